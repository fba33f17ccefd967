// The script of a page as it was written for the Dynamics 365 live chat SDK. Nothing in it knows of live-chat-elements.

// It stands beside the documents' own example (omnichannel-example.js): a list of everything that happens, and buttons.
function note(text) {
  var line = document.createElement('li');
  var log = document.getElementById('log');
  line.textContent = text;
  log.insertBefore(line, log.firstChild);
}

function say(text) {
  document.getElementById('state').textContent = text;
}

[
  'lcw:ready',
  'lcw:error',
  'lcw:startChat',
  'lcw:closeChat',
  'lcw:chatQueued',
  'lcw:chatRetrieved',
  'lcw:onClose',
  'lcw:onMinimize',
  'lcw:onMaximize',
  'lcw:onMessageReceived',
  'lcw:onMessageSent',
  'lcw:threadUpdate',
  'lcw:getAgentAvailability',
].forEach(function (name) {
  window.addEventListener(name, function (event) {
    var detail = event.detail || {};
    var about = detail.errorDescription || detail.text || (detail.queueId && 'queue ' + detail.queueId) || '';
    note(about ? name + ': ' + about : name);
    if (name === 'lcw:error') say('Error ' + detail.errorCode + ': ' + detail.errorDescription + '.');
    if (name === 'lcw:chatQueued') say('Somebody will be with you soon.');
    if (name === 'lcw:closeChat') say('The chat has ended.');
    if (name === 'lcw:getAgentAvailability')
      say(
        detail.isQueueAvailable
          ? 'We are open. ' + (detail.isAgentAvailable ? 'Somebody is free.' : 'Everybody is busy just now.')
          : 'We are closed.',
      );
  });
});

document.addEventListener('DOMContentLoaded', function () {
  var SDK = Microsoft.Omnichannel.LiveChatWidget.SDK;

  function on(id, act) {
    document.getElementById(id).addEventListener('click', act);
  }
  on('start', function () {
    SDK.startChat({ customContext: { page: { value: 'account', isDisplayable: true } } });
  });
  on('close', function () {
    SDK.closeChat();
  });
  on('availability', function () {
    SDK.getAgentAvailability();
  });
  on('sign-in', function () {
    var customer = document.getElementById('customer').value || 'alex';
    SDK.setAuthTokenProvider(function (callback) {
      return fetch('/demo-identity/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ customer: customer, context: { msdyn_cartvalue: '10000', msdyn_isvip: 'true' } }),
      })
        .then(function (response) {
          return response.json();
        })
        .then(function (answer) {
          callback(answer.token);
        });
    });
    say('You are signed in as ' + customer + '.');
  });
});
