import { expect } from '@open-wc/testing';
import { installGenesys, type GenesysTransportOptions } from '../../src/presets/genesys.js';
import { socketIo } from '../../src/transports/socket-io/index.js';
import { until } from '../helpers/settle.js';
import { cleanUp, commandExamples, example, globals, install, jQueryLike, put, run, type OldPage } from './old-page.js';

afterEach(cleanUp);

type Outcome = { status: 'resolved' | 'rejected'; value: unknown };
const outcomeOf = (promise: OldPage['given'][number]['promise']): Promise<Outcome> =>
  new Promise((resolve) => {
    promise
      .done((value: unknown) => resolve({ status: 'resolved', value }))
      .fail((value: unknown) => resolve({ status: 'rejected', value }));
  });
const ask = (page: OldPage, name: string, options?: unknown): Promise<Outcome> =>
  outcomeOf(page.plugin.command(name, options));

describe('a page with the documents’ own examples', () => {
  /** What each comes to while a conversation runs; a verb that the session does not have yet says so. */
  const EXPECTED: Readonly<Record<string, 'resolved' | RegExp>> = {
    startChat: 'resolved',
    sendMessage: 'resolved',
    sendCustomNotice: 'resolved',
    sendTyping: 'resolved',
    sendFilteredMessage: 'resolved',
    addPrefilter: 'resolved',
    updateUserData: 'resolved',
    poll: /^Access Denied to private command\. Only WebChatService is allowed to invoke this command\.$/,
    startPoll: /^This transport doesn't support polling$/,
    stopPoll: /^This transport doesn't support polling$/,
    resetPollExceptions: /^This transport doesn't support resetPollExceptions command\.$/,
    restore: /^Access Denied to private command\. .* in Non-Async mode\.$/,
    getTranscript: 'resolved',
    getAgents: 'resolved',
    getStats: 'resolved',
    sendFile: /^This transport doesn't support file uploads$/,
    downloadFile: /doesn't support/,
    getSessionData: 'resolved',
    fetchHistory: /^Fetching history messages applies only to Asynchronous chat$/,
    registerTypingPreviewInput: 'resolved',
    registerPreProcessor: 'resolved',
    verifySession: 'resolved',
    endChat: 'resolved',
  };

  /** What differs where news are asked for. */
  const POLLING = { startPoll: 'resolved', stopPoll: 'resolved', resetPollExceptions: 'resolved' } as const;

  for (const transport of ['socket-io', 'polling'] as const)
    it(`runs every command example against the real server, over ${transport}`, async () => {
      globals._genesys = { widgets: {} };
      globals.$ = jQueryLike;
      put(document.createElement('input'));
      run(await example('config-v2'));
      const page = install(undefined, { transport });
      const examples = await commandExamples();
      expect([...examples.keys()].sort()).to.deep.equal(Object.keys(EXPECTED).sort());
      const events: string[] = [];
      for (const name of ['ready', 'started', 'Started', 'messageReceived', 'ended'])
        page.bus.subscribe(`WebChatService.${name}`, ({ event }) => events.push(event.replace('WebChatService.', '')));
      const expectations: typeof EXPECTED = { ...EXPECTED, ...(transport === 'polling' && POLLING) };
      for (const [name, expected] of Object.entries(expectations)) {
        // Without news nobody would hear of the end.
        if (transport === 'polling' && name === 'endChat') await page.chat.startPoll();
        run(examples.get(name)!);
        const { status, value } = await outcomeOf(page.given.at(-1)!.promise);
        // A chat that has the verb by now does what it can; how each outcome is told is the contract's test.
        if (expected instanceof RegExp && name in page.chat && /doesn't support/.test(expected.source)) continue;
        if (expected instanceof RegExp) {
          expect(status, name).to.equal('rejected');
          expect(String(value)).to.match(expected);
        } else expect(status, `${name}: ${JSON.stringify(value)}`).to.equal(expected);
      }
      await until(() => events.includes('ended'));
      expect([...new Set(events)]).to.deep.equal(['ready', 'started', 'Started', 'messageReceived', 'ended']);
      delete globals.$;
    });

  it('runs the example that registers a plugin on the bus and subscribes', async () => {
    install({});
    (globals as Record<string, unknown>)['told'] = 0;
    run(`
      var oMyPlugin = window._genesys.widgets.bus.registerPlugin('MyPlugin');
      oMyPlugin.subscribe('WebChatService.ready', function(e){ told++; });
    `);
    await until(() => (globals as Record<string, unknown>)['told'] === 1);
  });

  for (const form of ['config-v2', 'config-v3', 'config-cloud'])
    it(`hands the ${form} example whole to the transport that the page names`, async () => {
      globals._genesys = { widgets: { main: { header: { Authorization: 'Basic x' } } } };
      run(await example(form));
      const written = globals._genesys.widgets['webchat'] as Record<string, unknown>;
      const told: GenesysTransportOptions[] = [];
      const page = install(undefined, {
        transport: (sink, options) => {
          told.push(options);
          return socketIo(sink, options);
        },
      });
      expect((await ask(page, 'WebChatService.startChat')).status).to.equal('resolved');
      await ask(page, 'WebChatService.endChat');
      for (const [option, value] of Object.entries(written))
        expect(told[0]!.config[option], option).to.deep.equal(value);
      expect(told[0]!.main).to.deep.equal({ header: { Authorization: 'Basic x' } });
      expect(told[0]!.channel).to.equal('default');
    });
});

describe('installGenesys', () => {
  it('mounts the one element that the page lacks, and takes everything off again', async () => {
    const before = Object.keys(window);
    const uninstall = installGenesys({ transport: 'socket-io' });
    expect(document.querySelectorAll('body > live-chat')).to.have.length(1);
    uninstall();
    expect(document.querySelector('live-chat')).to.equal(null);
    expect(Object.keys(window)).to.deep.equal(before);
    install({});
    expect(() => installGenesys({ transport: 'socket-io' })).to.throw(/install once/);
    expect(document.querySelectorAll('live-chat')).to.have.length(1);
  });

  it('uses the element that the page has', async () => {
    const own = put(document.createElement('live-chat'));
    const { uninstall, chat } = install({});
    expect(chat).to.equal(own);
    uninstall();
    expect(own.isConnected).to.equal(true);
  });

  it('takes theme and language from the old configuration', () => {
    globals._genesys = { widgets: { main: { theme: 'dark', lang: 'ar' } } };
    const { chat } = install({});
    expect([chat.theme, chat.lang]).to.deep.equal(['dark', 'ar']);
  });

  it('says which back end it can’t speak to, and what to do', () => {
    const says = (webchat: unknown, pattern: RegExp): void => {
      globals._genesys = { widgets: { webchat } };
      expect(() => installGenesys()).to.throw(pattern);
      expect(document.querySelector('live-chat')).to.equal(null);
    };
    says({ transport: { type: 'carrier-pigeon' } }, /transport\.type: 'carrier-pigeon' is not known; .*name another/);
    says({ dataURL: 'https://api.example/chat' }, /dataURL: nothing here speaks to this back end yet; name another/);
    says({ emojis: true }, /dataURL is missing.*name another back end/);
    says('x', /webchat: must be an object/);
    globals._genesys = { widgets: {} };
    expect(() => installGenesys({ transport: 'pigeon' as never })).to.throw(
      /transport must be 'socket-io', 'polling' or a function/,
    );
  });

  it('takes commands at once, before the element is ready, and loads nothing for asking whether a chat runs', async () => {
    const page = install({});
    const { value } = await ask(page, 'WebChatService.verifySession');
    expect(value).to.deep.equal({ sessionActive: false });
    expect(page.chat.state.engine).to.equal('none');
  });
});

describe('the WebChat plugin', () => {
  it('opens, puts away and closes the window, and tells so', async () => {
    const page = install({});
    const events: string[] = [];
    for (const name of ['opened', 'minimized', 'unminimized', 'closed'])
      page.bus.subscribe(`WebChat.${name}`, () => events.push(name));
    expect(page.plugin.data('WebChat.open')).to.equal(false);
    expect((await ask(page, 'WebChat.close')).value).to.equal('already closed');
    expect((await ask(page, 'WebChat.open')).status).to.equal('resolved');
    expect([page.chat.open, page.plugin.data('WebChat.open')]).to.deep.equal([true, true]);
    expect((await ask(page, 'WebChat.open')).value).to.equal('already opened');
    await ask(page, 'WebChat.minimize');
    expect([page.chat.open, page.plugin.data('WebChat.open')]).to.deep.equal([false, true]);
    await ask(page, 'WebChat.open');
    await ask(page, 'WebChat.minimize');
    await ask(page, 'WebChat.minimize', { minimized: false });
    await ask(page, 'WebChat.close');
    expect([page.chat.open, page.plugin.data('WebChat.open')]).to.deep.equal([false, false]);
    expect(events).to.deep.equal([...['opened', 'minimized', 'unminimized', 'minimized', 'unminimized', 'closed']]);
  });

  it('closes a window that is put away', async () => {
    const page = install({});
    let closed = 0;
    page.bus.subscribe('WebChat.closed', () => closed++);
    await ask(page, 'WebChat.open');
    await ask(page, 'WebChat.minimize');
    await ask(page, 'WebChat.close');
    expect([closed, page.plugin.data('WebChat.open')]).to.deep.equal([1, false]);
  });

  it('starts with the form that it is opened with, and ends', async () => {
    const page = install({});
    const events: string[] = [];
    for (const name of ['started', 'messageAdded', 'cancelled', 'completed'])
      page.bus.subscribe(`WebChat.${name}`, () => events.push(name));
    const form = { autoSubmit: true, firstname: 'Jo', lastname: 'Doe' };
    expect((await ask(page, 'WebChat.open', { form, userData: { plan: 'x' } })).status).to.equal('resolved');
    const { profile } = Object.values(page.chat.state.conversations)[0]!;
    expect(profile).to.deep.equal({ firstname: 'Jo', lastname: 'Doe' });
    await ask(page, 'WebChatService.sendMessage', { message: 'hello' });
    await until(() => events.includes('messageAdded'));
    await ask(page, 'WebChat.endChat');
    await until(() => events.includes('cancelled'));
    expect([page.chat.open, events[0]]).to.deep.equal([false, 'started']);
  });

  it('refuses what it can’t show', async () => {
    const page = install({});
    expect((await ask(page, 'WebChat.showChatButton')).value).to.match(/not enabled/);
    for (const name of ['injectMessage', 'showOverlay', 'hideOverlay', 'setAutoScroll'])
      expect((await ask(page, `WebChat.${name}`)).value, name).to.equal('WebChat is not open');
    await ask(page, 'WebChat.open');
    expect((await ask(page, 'WebChat.injectMessage', { text: 'early' })).value).to.deep.include({ code: 'not-active' });
    expect((await ask(page, 'WebChat.injectMessage', { type: 'html', text: ' ' })).value).to.match(/text must be/);
    expect((await ask(page, 'WebChat.showOverlay', {})).value).to.match(/html must be/);
    expect((await ask(page, 'WebChat.hideOverlay')).value).to.equal('The overlay is already closed');
    expect((await ask(page, 'WebChat.setAutoScroll', {})).value).to.match(/true or false/);
  });

  /** The parts of the window. */
  const part = <Found extends HTMLElement>({ chat }: OldPage, tag: string, selector: string): Found | null =>
    chat.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector<Found>(selector) ?? null;
  const rows = (page: OldPage): (string | undefined)[] =>
    [...(page.chat.shadowRoot?.querySelector('chat-transcript')?.shadowRoot?.querySelectorAll('.row') ?? [])].map(
      (row) => row.querySelector('.bubble')?.textContent.trim(),
    );

  it('puts rows of the page into the transcript, where they stay, and tells them to nobody', async () => {
    const page = install({});
    const added: string[] = [];
    await ask(page, 'WebChat.open', { form: { autoSubmit: true, firstname: 'Jo' } });
    page.bus.subscribe('WebChat.messageAdded', ({ data }) =>
      added.push((data as { data: { text: string } }).data.text),
    );
    await ask(page, 'WebChatService.sendMessage', { message: 'one' });
    const text = await ask(page, 'WebChat.injectMessage', { type: 'text', name: 'Shop', text: 'Ships <b>today</b>' });
    const { data: row } = text.value as { data: HTMLElement };
    expect(row.textContent).to.contain('Ships <b>today</b>').and.contain('Shop');
    const html = await ask(page, 'WebChat.injectMessage', {
      type: 'html',
      name: 'Shop',
      text: '<p>Rate <b onclick="steal()">us</b><script>steal()</script></p><a href="javascript:steal()">here</a>',
      bubble: { fill: 'rgb(1, 2, 3)', radius: '4px', time: false, direction: 'right' },
    });
    await ask(page, 'WebChatService.sendMessage', { message: 'two' });
    await until(() => rows(page).includes('two') && rows(page).includes('Rate ushere'));
    expect(rows(page)).to.deep.equal(['one', 'Ships <b>today</b>', 'Rate ushere', 'two']);
    const { data: box } = html.value as { data: HTMLElement };
    expect(box.isConnected).to.equal(true);
    expect([
      box.querySelector('b')?.outerHTML,
      box.querySelector('a')?.outerHTML,
      box.querySelector('script'),
    ]).to.deep.equal(['<b>us</b>', '<a>here</a>', null]);
    const look = getComputedStyle(box);
    expect([look.backgroundColor, look.borderTopLeftRadius]).to.deep.equal(['rgb(1, 2, 3)', '4px']);
    const { value } = await ask(page, 'WebChatService.getTranscript');
    const said = (value as { messages: { type: string; text: string }[] }).messages;
    expect(said.filter(({ type }) => type === 'Message').map(({ text }) => text)).to.deep.equal(['one', 'two']);
    await until(() => added.includes('two'));
    expect(added).to.deep.equal(['one', 'Ships <b>today</b>', 'Rate us here', 'two']);
    await ask(page, 'WebChat.endChat');
  });

  it('lets an element of the page be a row, with all that hangs on it', async () => {
    const page = install({});
    let clicks = 0;
    const button = Object.assign(document.createElement('button'), { textContent: 'Yes', onclick: () => clicks++ });
    await ask(page, 'WebChat.open', { form: { autoSubmit: true } });
    await ask(page, 'WebChat.injectMessage', { type: 'html', text: { 0: button, length: 1 }, custom: true });
    await until(() => button.isConnected);
    button.click();
    const row = button.closest<HTMLElement>('.row')!;
    expect([clicks, row.querySelector<HTMLElement>('.foot')!.offsetHeight]).to.deep.equal([1, 0]);
    await ask(page, 'WebChat.endChat');
  });

  it('covers the conversation, in the reach of the keyboard alone, until it is taken away', async () => {
    const page = install({});
    await ask(page, 'WebChat.open');
    await until(() => part(page, 'chat-composer', 'textarea'));
    const field = part<HTMLTextAreaElement>(page, 'chat-composer', 'textarea')!;
    field.focus();
    field.value = 'half a thought';
    field.dispatchEvent(new Event('input'));
    const overlay = () => page.chat.shadowRoot!.querySelector('chat-overlay');
    const reached = () => field.getClientRects().length > 0;
    await ask(page, 'WebChat.showOverlay', { html: '<h4>Terms</h4><p>Be kind.</p>' });
    await until(() => overlay()?.matches(':focus-within'));
    expect([reached(), page.chat.querySelector('[slot=overlay]')?.textContent]).to.deep.equal([false, 'TermsBe kind.']);
    await ask(page, 'WebChat.showOverlay', { html: '<p>Another</p>' });
    expect(page.chat.querySelectorAll('[slot=overlay]').length).to.equal(1);
    await until(() => overlay()?.matches(':focus-within'));
    part(page, 'chat-overlay', '.base')!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    );
    await until(() => reached() && page.chat.shadowRoot?.activeElement?.localName === 'chat-composer');
    expect([overlay(), page.chat.open, field.value]).to.deep.equal([null, true, 'half a thought']);
    await ask(page, 'WebChat.showOverlay', { html: document.createElement('hr') });
    expect((await ask(page, 'WebChat.hideOverlay')).status).to.equal('resolved');
    await until(reached);
  });

  it('keeps what covers the conversation where the page does not let it go', async () => {
    const page = install({});
    await ask(page, 'WebChat.open');
    await ask(page, 'WebChat.showOverlay', { html: '<p>Accept</p>' });
    page.chat.addEventListener('chat-dismiss-request', (event) => event.preventDefault(), { once: true });
    await until(() => part(page, 'chat-overlay', '[part=close]'));
    part(page, 'chat-overlay', '[part=close]')!.click();
    expect(page.chat.querySelector('[slot=overlay]')).not.to.equal(null);
    part(page, 'chat-overlay', '[part=close]')!.click();
    await until(() => !page.chat.querySelector('[slot=overlay]'));
  });

  it('stays where it is also when that was asked for as soon as it is open', async () => {
    const page = install({});
    await ask(page, 'WebChat.open', { form: { autoSubmit: true } });
    expect((await ask(page, 'WebChat.setAutoScroll', { autoScroll: false })).status).to.equal('resolved');
    await until(() => part(page, 'chat-transcript', '.scroller[data-still]'));
    await ask(page, 'WebChat.endChat');
  });

  it('goes along with what comes, or stays where it is', async () => {
    const page = install({});
    await ask(page, 'WebChat.open', { form: { autoSubmit: true } });
    await until(() => part(page, 'chat-transcript', '.scroller'));
    const scroller = part(page, 'chat-transcript', '.scroller')!;
    const say = (text: string) => ask(page, 'WebChat.injectMessage', { text });
    await say('long\n'.repeat(60));
    const distance = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    await until(() => scroller.scrollTop > 0 && distance() < 2);
    await ask(page, 'WebChat.setAutoScroll', { autoScroll: false });
    const { scrollTop } = scroller;
    await say('more\n'.repeat(60));
    const transcript = page.chat.shadowRoot!.querySelector('chat-transcript')!;
    const pill = () => part(page, 'chat-transcript', '[part=pill]');
    await until(() => distance() > scroller.clientHeight && pill());
    expect([scroller.scrollTop, transcript.matches(':state(at-end)')]).to.deep.equal([scrollTop, false]);
    pill()!.click();
    // A banner may come above the composer meanwhile: the place is kept then, too.
    await until(() => distance() < 100 && !pill());
    await say('still more\n'.repeat(60));
    await until(() => distance() > scroller.clientHeight && pill());
    await ask(page, 'WebChat.setAutoScroll', { autoScroll: true });
    await ask(page, 'WebChatService.sendMessage', { message: 'down' });
    await say('last\n'.repeat(20));
    await until(() => distance() < 2);
    await ask(page, 'WebChat.endChat');
  });

  it('asks the configured form, with the checks as they were written', async () => {
    const given: unknown[] = [];
    const form = {
      wrapper: '<table></table>',
      inputs: [
        {
          id: 'custom_order',
          name: 'order',
          maxlength: '4',
          placeholder: 'Four digits',
          label: 'Order',
          validate: check,
        },
        { id: 'cx_webchat_form_firstname', name: 'firstname', label: '@i18n:webchat.ChatFormFirstName' },
      ],
    };
    function check(event: Event, ofForm: unknown, input: { val: () => string }, label: { 0: Element }): boolean {
      given.push(event.type, typeof ofForm, input.val(), label[0].textContent?.trim());
      return input.val() === '4411';
    }
    const page = install({ form });
    await ask(page, 'WebChat.open');
    const inside = (selector: string) =>
      page.chat.shadowRoot?.querySelector('chat-form')?.shadowRoot?.querySelector<HTMLInputElement>(selector);
    await until(() => inside('[name=order]'));
    expect(inside('[name=order]')!.maxLength).to.equal(4);
    expect(inside('[for=field-1]')!.textContent).to.contain('First name');
    inside('[part=submit]')!.click();
    await until(() => inside('[part=error]'));
    expect(given).to.deep.equal(['validate', 'object', '', 'Order (optional)']);
    inside('[name=order]')!.value = '4411';
    inside('[part=submit]')!.click();
    await until(() => page.chat.state.current !== undefined);
    await ask(page, 'WebChat.endChat');
  });

  it('shows an invitation, once, and says why not', async () => {
    const page = install({});
    expect((await ask(page, 'WebChat.invite')).status).to.equal('resolved');
    await until(() => page.chat.shadowRoot?.querySelector('chat-invitation[open]'));
    expect((await ask(page, 'WebChat.reInvite')).value).to.equal('shown');
  });

  it('invites as soon as an element can, and not while the window is open', async () => {
    const invited: unknown[] = [];
    const chat = put(document.createElement('live-chat'));
    Object.assign(chat, { invite: (options: unknown) => invited.push(options) });
    const autoInvite = { enabled: true, timeToInviteSeconds: 0.05, inviteTimeoutSeconds: 30 };
    const page = install({ autoInvite });
    await until(() => invited.length === 1);
    expect(invited).to.deep.equal([{ timeout: 30_000 }]);
    await ask(page, 'WebChat.open');
    expect((await ask(page, 'WebChat.invite')).value).to.equal('already opened');
  });
});

describe('the chat button of an old configuration', () => {
  const button = (): HTMLElement | null => document.querySelector('live-chat > [slot="launcher"]');
  const chatButton = { enabled: true, template: '<div>CHAT NOW</div>', openDelay: 0, effectDuration: 0 };

  it('shows the template in the launcher, after its delay', async () => {
    const page = install({ chatButton: { ...chatButton, openDelay: 150 } });
    await page.chat.updateComplete;
    await until(() => button()?.querySelector('div'));
    expect(getComputedStyle(button()!).display).to.equal('none');
    await until(() => getComputedStyle(button()!).display !== 'none');
    expect(button()!.textContent).to.equal('CHAT NOW');
    expect(getComputedStyle(button()!).position).to.equal('fixed');
    button()!.shadowRoot!.querySelector('button')!.click();
    await until(() => page.chat.open);
  });

  it('renders what is on the list, and nothing else', async () => {
    const template =
      '<div class="mine" style="x" onclick="window.hurt=1"><img src="javascript:alert(1)" onerror="window.hurt=1">' +
      '<a href="javascript:window.hurt=1">a</a><script>window.hurt=1</script><b>Chat &amp; go</b></div>';
    install({ chatButton: { ...chatButton, template } });
    await until(() => button()?.querySelector('b'));
    const div = button()!.querySelector('div')!;
    expect([...div.attributes].map(({ name }) => name)).to.deep.equal(['class']);
    expect([...div.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal(['a', 'b']);
    expect(div.querySelector('a')!.hasAttribute('href')).to.equal(false);
    expect(div.textContent).to.equal('aChat & go');
    expect('hurt' in window).to.equal(false);
  });

  it('is hidden and shown by its commands, and left out when it is not enabled', async () => {
    const page = install({ chatButton });
    await until(() => getComputedStyle(button()!).display !== 'none');
    await ask(page, 'WebChat.hideChatButton');
    await until(() => getComputedStyle(button()!).display === 'none');
    await ask(page, 'WebChat.showChatButton');
    await until(() => getComputedStyle(button()!).display !== 'none');
    page.uninstall();
    expect(button()).to.equal(null);
    const other = install({ chatButton: { enabled: false } });
    await other.chat.updateComplete;
    expect(button()!.localName).to.equal('span');
    expect(button()!.getBoundingClientRect().width).to.equal(0);
    expect((await ask(other, 'WebChat.showChatButton')).value).to.match(/not enabled/);
  });

  it('makes room for an invitation, and comes back after it', async () => {
    const chat = put(document.createElement('live-chat'));
    Object.assign(chat, { invite: () => undefined });
    const page = install({ chatButton, autoInvite: { inviteTimeoutSeconds: 0.2 } });
    await until(() => getComputedStyle(button()!).display !== 'none');
    await ask(page, 'WebChat.invite');
    await until(() => getComputedStyle(button()!).display === 'none');
    await until(() => getComputedStyle(button()!).display !== 'none');
  });

  it('leaves the launcher alone when the page has none configured', async () => {
    const page = install({});
    await page.chat.updateComplete;
    expect(button()).to.equal(null);
    expect(page.chat.shadowRoot!.querySelector('chat-launcher')).not.to.equal(null);
  });
});

describe('an input of the page', () => {
  it('tells that the visitor types while a conversation runs, and loads nothing before', async () => {
    const input = put(document.createElement('textarea'));
    const page = install({});
    const heard: string[] = [];
    page.bus.subscribe('WebChatService.clientTypingStarted', ({ event }) => heard.push(event));
    const type = (text: string): void => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const given = await ask(page, 'WebChatService.registerTypingPreviewInput', { input: jQueryLike('textarea') });
    expect(given.status).to.equal('resolved');
    type('before');
    expect(page.chat.state.engine).to.equal('none');
    await ask(page, 'WebChatService.startChat');
    type('hello');
    await until(() => heard.length === 1);
    await ask(page, 'WebChatService.endChat');
    page.uninstall();
    type('after');
  });
});
