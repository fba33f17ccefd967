import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { Alerts } from '../../src/controllers/alerts.js';
import { claim } from '../../src/controllers/alerts/one-tab.js';
import { TitleFlash } from '../../src/controllers/alerts/title-flash.js';
import { playTone } from '../../src/controllers/alerts/tone.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { Entry } from '../../src/session/model/types.js';
import { FakeHandle } from '../helpers/fake-handle.js';
import { ANN, chatState, VISITOR } from '../helpers/states.js';
import { change, KEY, message, receive, talkState } from '../helpers/talk.js';

let sequence = 0;

class TestAlerts extends LitElement {
  chat = new FakeHandle(talkState([]));
  sounds = 0;
  loud = false;
  text = false;
  alerts = new Alerts(this, {
    handle: () => this.chat,
    localize: new LocalizeController(this),
    always: () => this.loud,
    showText: () => this.text,
    play: () => this.sounds++,
  });

  /** A message arrives; each has its own number, as the claims of an earlier test are still held. */
  async receive(from = ANN, restoring = false): Promise<void> {
    sequence++;
    const entries: Entry[] = [message(Date.now() + sequence, 'Hello', from)];
    receive(this.chat, entries, restoring);
    await wait(document.visibilityState === 'visible' ? 30 : 220);
    // Locks are given in the order in which they were asked for: its own has been.
    await navigator.locks.request('asked later', () => undefined);
  }
}
customElements.define('test-alerts', TestAlerts);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const alerts = (): Promise<TestAlerts> => fixture<TestAlerts>(html`<test-alerts></test-alerts>`);

let restore: (() => void)[] = [];

/** Puts something else in the place of a property, until the end of the test. */
function fake(object: object, name: string, value: PropertyDescriptor): void {
  const had = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, ...value });
  restore.push(() =>
    had ? Object.defineProperty(object, name, had) : delete (object as Record<string, unknown>)[name],
  );
}
const hide = (): void => fake(document, 'visibilityState', { get: () => 'hidden' });
const show = (): void => {
  fake(document, 'visibilityState', { get: () => 'visible' });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** The desktop, as far as it is asked. */
function desktop(
  permission: NotificationPermission,
  answer: NotificationPermission = permission,
): { asked: number; shown: { title: string; body?: string }[] } {
  const it = { asked: 0, shown: [] as { title: string; body?: string }[] };
  class FakeNotification {
    static permission = permission;
    static requestPermission = (): Promise<NotificationPermission> => {
      it.asked++;
      FakeNotification.permission = answer;
      return Promise.resolve(answer);
    };
    onclick: (() => void) | null = null;
    constructor(title: string, options?: NotificationOptions) {
      it.shown.push({ title, body: options?.body });
    }
    close(): void {}
  }
  fake(window, 'Notification', { value: FakeNotification, writable: true });
  return it;
}

describe('Alerts', () => {
  afterEach(() => {
    for (const undo of restore.reverse()) undo();
    restore = [];
    document.dispatchEvent(new Event('visibilitychange'));
  });

  it('sounds for a new message of somebody else, once a burst', async () => {
    const element = await alerts();
    await element.receive();
    await element.receive();
    expect(element.sounds).to.equal(1);
    await wait(1600);
    await element.receive();
    expect(element.sounds).to.equal(2);
  });

  it('does not sound for one’s own, for history, or when muted', async () => {
    const element = await alerts();
    await element.receive(VISITOR);
    await element.receive(ANN, true);
    element.chat.set({ view: { ...element.chat.state.view, muted: true } });
    await element.receive();
    expect(element.sounds).to.equal(0);
  });

  it('neither sounds nor flashes for what was read, or told, in another tab before it came here', async () => {
    document.title = 'A shop';
    const element = await alerts();
    hide();
    const ahead = Date.now() + 1_000_000;
    change(element.chat, { seen: ahead });
    await element.receive();
    change(element.chat, { seen: 0, marks: { [VISITOR.id]: { delivered: ahead, seen: 0 } } });
    await element.receive();
    expect([element.sounds, document.title]).to.deep.equal([0, 'A shop']);
  });

  it('neither sounds nor flashes for what another tab has read, which a tab that wakes hears a moment later', async () => {
    document.title = 'A shop';
    const element = await alerts();
    hide();
    const received = element.receive();
    change(element.chat, {}, [
      { type: 'marks', key: KEY, person: VISITOR.id, marks: { delivered: 1, seen: 1 } },
      { type: 'unread', key: KEY, count: 0 },
    ]);
    await received;
    expect([element.sounds, document.title]).to.deep.equal([0, 'A shop']);
  });

  it('sounds for what this very tab shows at once', async () => {
    const element = await alerts();
    const received = element.receive();
    change(element.chat, {}, [{ type: 'unread', key: KEY, count: 0 }]);
    await received;
    expect(element.sounds).to.equal(1);
  });

  it('does not sound for who is writing in the open window, unless asked to', async () => {
    const element = await alerts();
    const host = document.createElement('x-composer');
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    document.body.append(host);
    field.focus();
    fake(document, 'hasFocus', { value: () => true });
    await element.receive();
    expect(element.sounds).to.equal(0);
    element.loud = true;
    await element.receive();
    expect(element.sounds).to.equal(1);
    host.remove();
  });

  it('is silent before the first gesture', () => {
    expect(() => playTone()).not.to.throw();
  });

  it('shows in the title of a hidden page that something is new, and puts the title back', async () => {
    document.title = '  A  shop ';
    const title = document.title;
    const element = await alerts();
    hide();
    await element.receive();
    expect(document.title).to.equal('1 new message');
    await wait(1300);
    expect(document.title).to.equal(title);
    await wait(1300);
    expect(document.title).to.equal('1 new message');
    show();
    expect(document.title).to.equal(title);
    await wait(1300);
    expect(document.title).to.equal(title);
  });

  it('keeps a title that the page gives itself meanwhile', () => {
    const flash = new TitleFlash();
    document.title = 'before';
    hide();
    flash.start('news');
    document.title = 'another page';
    flash.stop();
    expect(document.title).to.equal('another page');
    flash.start('news');
    expect(document.title).to.equal('news');
    flash.stop();
    expect(document.title).to.equal('another page');
  });

  it('puts the title back when the messages were read in another tab, and when it is taken away', async () => {
    document.title = 'A shop';
    const element = await alerts();
    hide();
    await element.receive();
    element.chat.set({}, [{ type: 'unread', key: KEY, count: 0 }]);
    expect(document.title).to.equal('A shop');
    await element.receive();
    expect(document.title).not.to.equal('A shop');
    element.remove();
    expect(document.title).to.equal('A shop');
  });

  it('leaves the title of a visible page alone', async () => {
    document.title = 'A shop';
    await (await alerts()).receive();
    expect(document.title).to.equal('A shop');
  });

  describe('on the desktop', () => {
    const notify = (element: TestAlerts, on = true): void =>
      element.chat.set({ view: { ...element.chat.state.view, notify: on } });
    const pressed = (active: boolean): void =>
      fake(navigator, 'userActivation', { value: { isActive: active, hasBeenActive: active } });

    it('asks only when the visitor has just asked for it', async () => {
      const it = desktop('default', 'granted');
      const element = await alerts();
      pressed(false);
      notify(element);
      expect(it.asked, 'a stored wish').to.equal(0);
      notify(element, false);
      pressed(true);
      notify(element);
      expect(it.asked).to.equal(1);
    });

    it('takes the wish back when the browser says no', async () => {
      desktop('default', 'denied');
      const element = await alerts();
      pressed(true);
      notify(element);
      await wait(0);
      expect(element.chat.intents).to.deep.equal([{ type: 'chat-notify-request', detail: { notify: false } }]);
    });

    it('tells of a message while the page is hidden, without its text unless asked to', async () => {
      const it = desktop('granted');
      const element = await alerts();
      notify(element);
      await element.receive();
      expect(it.shown, 'visible').to.deep.equal([]);
      hide();
      await element.receive();
      expect(it.shown).to.deep.equal([{ title: 'Ann Lindqvist', body: '1 new message' }]);
      element.text = true;
      await element.receive();
      expect(it.shown.at(-1)).to.deep.equal({ title: 'Ann Lindqvist', body: 'Hello' });
    });

    it('tells nothing to who did not ask for it', async () => {
      const it = desktop('granted');
      const element = await alerts();
      hide();
      await element.receive();
      expect(it.shown).to.deep.equal([]);
    });
  });

  it('lets one of several tabs have a message', async () => {
    const name = `test ${Math.random()}`;
    expect(await claim(name)).to.equal(true);
    expect(await claim(name)).to.equal(false);
    expect(await claim(`${name} 2`)).to.equal(true);
  });

  it('lets one of several tabs have a message also where the browser has no locks', async () => {
    fake(navigator, 'locks', { value: undefined });
    const name = `test ${Math.random()}`;
    const claims = await Promise.all([claim(name), claim(name), claim(name)]);
    expect(claims.filter(Boolean)).to.have.length(1);
    expect(await claim(name), 'later').to.equal(false);
    expect(await claim(`${name} 2`)).to.equal(true);
  });

  it('belongs to one element of a chat', async () => {
    const [one, two] = [await alerts(), await alerts()];
    two.chat = one.chat;
    two.requestUpdate();
    await two.updateComplete;
    one.chat.set(chatState('active'));
    await one.receive();
    expect(one.sounds + two.sounds).to.equal(1);
  });
});
