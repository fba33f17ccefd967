// The script of a page as it was written for Genesys Widgets. Nothing in it knows of live-chat-elements.

window._genesys = { widgets: {} };

window._genesys.widgets.main = { theme: 'light', lang: 'en' };

window._genesys.widgets.webchat = {
  dataURL: 'https://chat.kiln-and-tern.example/gms-chat/2/chat',
  userData: { page: 'order', order: '1234' },
  emojis: true,
  actionsMenu: true,
  autoInvite: { enabled: true, timeToInviteSeconds: 60, inviteTimeoutSeconds: 30 },
  chatButton: {
    enabled: true,
    template: '<div><b>Chat</b> with us</div>',
    effect: 'slide',
    openDelay: 500,
    effectDuration: 300,
    hideDuringInvite: true,
  },
};

window._genesys.widgets.onReady = function () {
  var plugin = window._genesys.widgets.bus.registerPlugin('OrderPage');
  var state = document.getElementById('state');
  var log = document.getElementById('log');
  var question = document.getElementById('question');

  function note(text) {
    var line = document.createElement('li');
    line.textContent = text;
    log.insertBefore(line, log.firstChild);
  }

  function say(text) {
    state.textContent = text;
  }

  // Everything that the documents name, as it comes.
  [
    ...['ready', 'started', 'ended', 'restored', 'messageReceived', 'error', 'agentConnected', 'agentDisconnected'],
    ...[
      'agentTypingStarted',
      'agentTypingStopped',
      'clientConnected',
      'clientDisconnected',
      'disconnected',
      'reconnected',
    ],
  ].forEach(function (name) {
    plugin.subscribe('WebChatService.' + name, function (e) {
      note(e.event + (name === 'messageReceived' ? ' · ' + e.data.messages.length : ''));
    });
  });
  ['opened', 'closed', 'minimized', 'unminimized', 'completed', 'cancelled'].forEach(function (name) {
    plugin.subscribe('WebChat.' + name, function (e) {
      note(e.event);
    });
  });

  plugin.subscribe('WebChatService.started', function () {
    say('We are on our way.');
  });
  plugin.subscribe('WebChatService.restored', function () {
    say('The chat goes on.');
  });
  plugin.subscribe('WebChatService.agentConnected', function (e) {
    var names = Object.keys(e.data.agents).map(function (id) {
      return e.data.agents[id].name;
    });
    say('You are talking to ' + names.join(' and ') + '.');
  });
  plugin.subscribe('WebChatService.ended', function () {
    say('The chat has ended.');
  });

  // Nobody needs to send a card number.
  plugin.before('WebChatService.sendMessage', function (options) {
    options.message = options.message.replace(/\b\d{4}(?: ?\d{4}){3}\b/g, '•••• •••• •••• ••••');
    return options;
  });

  document.getElementById('open').addEventListener('click', function () {
    plugin.command('WebChat.open', { userData: { topic: 'order' } }).fail(note);
  });
  document.getElementById('invoice').addEventListener('click', function () {
    plugin.command('WebChat.open', { form: { autoSubmit: true, firstname: 'Alex', subject: 'Invoice' } }).fail(note);
  });
  document.getElementById('form').addEventListener('click', function () {
    plugin
      .command('WebChat.open', {
        formJSON: {
          wrapper: '<table></table>',
          inputs: [
            { id: 'order_firstname', name: 'firstname', maxlength: '100', label: 'First name', placeholder: 'Alex' },
            {
              id: 'order_number',
              name: 'order',
              maxlength: '4',
              label: 'Order number',
              placeholder: 'Four digits',
              validate: function (event, form, input) {
                return input && /^\d{4}$/.test(input.val());
              },
            },
          ],
        },
      })
      .fail(note);
  });
  document.getElementById('end').addEventListener('click', function () {
    plugin.command('WebChat.endChat').fail(note);
  });

  plugin.command('WebChatService.registerTypingPreviewInput', { input: question });
  document.getElementById('quick').addEventListener('submit', function (event) {
    event.preventDefault();
    function send() {
      plugin
        .command('WebChatService.sendMessage', { message: question.value })
        .done(function () {
          question.value = '';
          say('Sent.');
        })
        .fail(function (e) {
          say(e.message || e);
        });
    }
    plugin.command('WebChatService.verifySession').done(function (e) {
      if (e.sessionActive) send();
      else
        plugin.command('WebChatService.startChat', { nickname: 'Alex', subject: 'Order 1234' }).done(send).fail(note);
    });
  });
};
