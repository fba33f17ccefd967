import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/chat-composer.js';
import { ChatComposer } from '../../src/elements/chat-composer.js';
import type { Intent } from '../../src/session/intents.js';
import type { ChatState } from '../../src/session/model/types.js';
import { isWebKit, press } from '../helpers/browser.js';
import { FakeHandle, provide } from '../helpers/fake-handle.js';
import { focused, settle, textOf, until } from '../helpers/settle.js';
import { chatState, CONVERSATIONS, logOf, TALK } from '../helpers/states.js';
import { KEY, submit, talkState } from '../helpers/talk.js';

/** Keeps drafts as the session does, so that the composer meets its own echo. */
class DraftHandle extends FakeHandle {
  override perform(intent: Intent): void {
    super.perform(intent);
    if (intent.type === 'chat-draft-request') this.draft(intent.detail.text);
  }

  draft(text: string, key = this.state.current ?? ''): void {
    this.set({ view: { ...this.state.view, drafts: { ...this.state.view.drafts, [key]: text } } });
  }

  /** The outbox has taken a message, and the draft that is the same is cleared. */
  take(text: string, key = this.state.current ?? ''): void {
    submit(this, `c${this.intents.length}`, text);
    if (this.state.view.drafts[key] === text) this.draft('', key);
  }

  get sent(): string[] {
    return this.intents.flatMap((intent) => (intent.type === 'chat-send-request' ? [intent.detail.text] : []));
  }

  get drafts(): string[] {
    return this.intents.flatMap((intent) => (intent.type === 'chat-draft-request' ? [intent.detail.text] : []));
  }
}

type Setup = { element: ChatComposer; handle: DraftHandle; field: HTMLTextAreaElement; button: HTMLButtonElement };
const parents = new Set<HTMLElement>();

async function composer(state: ChatState = talkState([]), attributes: Record<string, string> = {}): Promise<Setup> {
  const handle = new DraftHandle(state);
  const parent = provide(handle);
  const element = new ChatComposer();
  for (const [name, value] of Object.entries({ 'send-on': 'enter', ...attributes })) element.setAttribute(name, value);
  parent.append(element);
  document.body.append(parent);
  parents.add(parent);
  await settle(element);
  const root = element.shadowRoot!;
  return { element, handle, field: root.querySelector('textarea')!, button: root.querySelector('.send')! };
}

/** Puts a text into the field as a person's typing or paste would. */
async function write({ element, field }: Setup, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settle(element);
}

const limited = (maxText: number): ChatState => {
  const state = talkState([]);
  return { ...state, capabilities: { ...state.capabilities, maxText } };
};

/** A key as an input method produces it; `keyCode` can't be given to the constructor everywhere. */
function key(field: HTMLTextAreaElement, init: KeyboardEventInit & { keyCode?: number }): boolean {
  const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });
  Object.defineProperty(event, 'keyCode', { value: init.keyCode ?? 13 });
  return field.dispatchEvent(event);
}
const composition = (field: HTMLTextAreaElement, type: 'compositionstart' | 'compositionend', data = ''): boolean =>
  field.dispatchEvent(new CompositionEvent(type, { bubbles: true, composed: true, data }));

describe('<chat-composer>', () => {
  afterEach(() => {
    for (const parent of parents) parent.remove();
    parents.clear();
  });

  describe('sending', () => {
    it('sends with Enter and breaks the line with Shift+Enter', async () => {
      const { element, handle, field } = await composer();
      element.focus();
      expect(focused()).to.equal(field);
      await sendKeys({ type: 'one' });
      // WebDriver can't hold a key down here: the line break is put in by hand, after the key was let through.
      if (isWebKit) {
        expect(key(field, { key: 'Enter', shiftKey: true })).to.equal(true);
        field.setRangeText('\n', 3, 3, 'end');
      } else {
        await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'Enter' });
        await sendKeys({ up: 'Shift' });
      }
      await sendKeys({ type: 'two' });
      expect(handle.sent).to.deep.equal([]);
      await press('Enter');
      expect(handle.sent).to.deep.equal(['one\ntwo']);
      expect(field.value).to.equal('one\ntwo');
    });

    it('sends with the button, which does not take the focus', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      setup.element.focus();
      for (const type of ['pointerdown', 'mousedown'])
        expect(setup.button.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))).to.equal(false);
      setup.button.click();
      expect(setup.handle.sent).to.deep.equal(['Hello']);
      expect(focused()).to.equal(setup.field);
    });

    it('sends nothing that is blank, and says so on the button', async () => {
      const setup = await composer();
      for (const text of ['', '   ', '\n\n']) {
        await write(setup, text);
        expect(setup.button.getAttribute('aria-disabled')).to.equal('true');
        expect(setup.button.disabled).to.equal(false);
        setup.button.click();
      }
      expect(setup.handle.sent).to.deep.equal([]);
      await write(setup, 'x');
      expect(setup.button.getAttribute('aria-disabled')).to.equal('false');
    });

    it('sends without the blanks around the text', async () => {
      const setup = await composer();
      await write(setup, '\n Hello \n\n');
      setup.button.click();
      expect(setup.handle.sent).to.deep.equal(['Hello']);
      expect(setup.handle.drafts.at(-1)).to.equal('Hello');
    });

    it('sends once however long Enter is held', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      key(setup.field, { key: 'Enter' });
      key(setup.field, { key: 'Enter', repeat: true });
      setup.handle.take('Hello');
      key(setup.field, { key: 'Enter', repeat: true });
      expect(setup.handle.sent).to.deep.equal(['Hello']);
    });

    it('knows which Enter sends', async () => {
      const enter = { key: 'Enter' };
      const modEnter = { key: 'Enter', ctrlKey: true };
      for (const [sendOn, plain, mod] of [
        ['enter', 1, 1],
        ['mod-enter', 0, 1],
        ['never', 0, 0],
      ] as const) {
        const setup = await composer(talkState([]), { 'send-on': sendOn });
        await write(setup, 'a');
        expect(key(setup.field, enter), sendOn).to.equal(plain === 0);
        expect(setup.handle.sent).to.have.length(plain);
        setup.handle.take('a');
        await write(setup, 'b');
        key(setup.field, modEnter);
        expect(setup.handle.sent).to.have.length(plain + mod);
        expect(setup.field.getAttribute('enterkeyhint')).to.equal(sendOn === 'enter' ? 'send' : 'enter');
      }
    });

    it('warns once about a word it does not know, and goes on', async () => {
      const warn = console.warn;
      const warnings: unknown[] = [];
      console.warn = (text) => warnings.push(text);
      await composer(talkState([]), { 'send-on': 'tuesday' });
      const { field } = await composer(talkState([]), { 'send-on': 'tuesday' });
      console.warn = warn;
      expect(field).to.exist;
      expect(warnings).to.have.length(1);
    });

    it('leaves the text where the page prevents the sending', async () => {
      const setup = await composer();
      setup.element.addEventListener('chat-send-request', (event) => event.preventDefault());
      await write(setup, 'Hello');
      setup.button.click();
      await settle(setup.element);
      expect(setup.handle.sent).to.deep.equal([]);
      expect(setup.field.value).to.equal('Hello');
      setup.element.value = '';
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });
  });

  describe('with an input method', () => {
    const accepts = async (browser: string, sequence: (field: HTMLTextAreaElement) => void): Promise<void> => {
      const setup = await composer();
      await write(setup, 'にほん');
      sequence(setup.field);
      expect(setup.handle.sent, browser).to.deep.equal([]);
      // The next Enter is meant.
      await new Promise((resolve) => setTimeout(resolve, 20));
      key(setup.field, { key: 'Enter' });
      expect(setup.handle.sent, browser).to.deep.equal(['にほん']);
    };

    it('does not send with the Enter that accepts, as Chrome has it', () =>
      accepts('Chrome', (field) => {
        composition(field, 'compositionstart');
        key(field, { key: 'Enter', isComposing: true, keyCode: 229 });
        composition(field, 'compositionend', 'にほん');
      }));

    it('… as Firefox has it', () =>
      accepts('Firefox', (field) => {
        composition(field, 'compositionstart');
        key(field, { key: 'Enter', isComposing: true, keyCode: 13 });
        composition(field, 'compositionend', 'にほん');
      }));

    it('… as Safari has it: the end comes first, then the key', () =>
      accepts('Safari', (field) => {
        composition(field, 'compositionstart');
        composition(field, 'compositionend', 'にほん');
        key(field, { key: 'Enter', isComposing: false, keyCode: 229 });
      }));

    it('… as a WebKit view without key code 229 has it', () =>
      accepts('WebKit', (field) => {
        composition(field, 'compositionstart');
        composition(field, 'compositionend', 'にほん');
        key(field, { key: 'Enter', isComposing: false, keyCode: 13 });
      }));

    it('does not touch the field while the method is at work', async () => {
      const setup = await composer();
      await write(setup, 'first');
      setup.button.click();
      composition(setup.field, 'compositionstart');
      await write(setup, 'firstに');
      setup.handle.take('first');
      await settle(setup.element);
      expect(setup.field.value).to.equal('firstに');
      composition(setup.field, 'compositionend', 'に');
      await settle(setup.element);
      expect(setup.field.value).to.equal('に');
    });
  });

  describe('keeping what is typed', () => {
    it('keeps a draft with each key and shows the one that was kept', async () => {
      const setup = await composer();
      await write(setup, 'H');
      await write(setup, 'He');
      expect(setup.handle.drafts).to.deep.equal(['H', 'He']);
      const state = talkState([], {}, { view: { ...chatState().view, drafts: { [KEY]: 'from yesterday' } } });
      expect((await composer(state)).field.value).to.equal('from yesterday');
    });

    it('clears the field only once the outbox has the message', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      setup.button.click();
      await settle(setup.element);
      expect(setup.field.value).to.equal('Hello');
      setup.handle.take('Hello');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });

    it('clears it also when the page changed the text on its way', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      setup.button.click();
      await settle(setup.element);
      submit(setup.handle, 'c1', 'Hello, masked');
      setup.handle.draft('');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });

    it('does not clear it before the session has even seen the text', async () => {
      const setup = await composer(chatState('none', 'online', { engine: 'loading' }));
      setup.handle.perform = (intent) => setup.handle.intents.push(intent);
      await write(setup, 'Hello');
      setup.button.click();
      setup.handle.set({ engine: 'ready' });
      await settle(setup.element);
      expect(setup.field.value).to.equal('Hello');
    });

    it('keeps it when the script of the session can’t be loaded, and sends it the next time', async () => {
      const setup = await composer(chatState('none', 'online', { engine: 'loading' }));
      await write(setup, 'Hello');
      setup.button.click();
      setup.handle.set({ engine: 'failed' });
      await settle(setup.element);
      expect(setup.field.value).to.equal('Hello');
      setup.handle.set({ engine: 'ready' });
      setup.button.click();
      expect(setup.handle.sent).to.deep.equal(['Hello', 'Hello']);
    });

    it('does not send twice while the first is being stored', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      setup.button.click();
      setup.button.click();
      key(setup.field, { key: 'Enter' });
      expect(setup.handle.sent).to.deep.equal(['Hello']);
    });

    it('takes what is typed meanwhile for the next message, caret and all', async () => {
      const setup = await composer();
      await write(setup, 'Hello');
      setup.button.click();
      await write(setup, 'Hello and more');
      setup.field.setSelectionRange(9, 9);
      setup.handle.take('Hello');
      await settle(setup.element);
      expect(setup.field.value).to.equal(' and more');
      expect(setup.field.selectionStart).to.equal(4);
      expect(setup.handle.drafts.at(-1)).to.equal(' and more');
    });

    it('sends what was typed and sent meanwhile, in order', async () => {
      const setup = await composer();
      await write(setup, 'one');
      key(setup.field, { key: 'Enter' });
      await write(setup, 'onetwo');
      key(setup.field, { key: 'Enter' });
      expect(setup.handle.sent).to.deep.equal(['one']);
      setup.handle.take('one');
      await settle(setup.element);
      expect(setup.handle.sent).to.deep.equal(['one', 'two']);
      setup.handle.take('two');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });

    it('takes the first message into the conversation that begins with it', async () => {
      const setup = await composer(chatState('none'));
      await write(setup, 'Hello');
      setup.button.click();
      setup.handle.set({ current: KEY, conversations: { [KEY]: CONVERSATIONS.starting! } });
      await settle(setup.element);
      expect(setup.field.value).to.equal('Hello');
      submit(setup.handle, 'c1', 'Hello');
      setup.handle.draft('', '');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });

    it('carries what was being typed into the conversation that begins meanwhile', async () => {
      const setup = await composer(chatState('none'));
      await write(setup, 'half a sen');
      setup.handle.set({ current: KEY, conversations: { [KEY]: CONVERSATIONS.active! } });
      await settle(setup.element);
      expect(setup.field.value).to.equal('half a sen');
      expect(setup.handle.state.view.drafts[KEY]).to.equal('half a sen');
    });

    it('shows each conversation’s own draft', async () => {
      const state = talkState([]);
      const other = { ...state.conversations[KEY]!, key: 'k2' };
      const setup = await composer({ ...state, conversations: { ...state.conversations, k2: other } });
      await write(setup, 'for the first');
      setup.handle.set({ current: 'k2' });
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
      setup.handle.set({ current: KEY });
      await settle(setup.element);
      expect(setup.field.value).to.equal('for the first');
    });

    it('takes a text that the page puts there, unless something is typed already', async () => {
      const setup = await composer(chatState('none'));
      setup.handle.draft('About order 4411');
      await settle(setup.element);
      expect(setup.field.value).to.equal('About order 4411');
    });

    it('lets one type in every phase and on every line', async () => {
      for (const phase of ['none', 'idle', 'starting', 'restoring', 'queued', 'active', 'ending'] as const)
        for (const line of ['online', 'connecting', 'offline', 'unreachable'] as const) {
          const { field } = await composer(chatState(phase, line));
          expect(field.readOnly || field.disabled, `${phase} ${line}`).to.equal(false);
        }
    });
  });

  describe('the limit', () => {
    it('counts near it, in UTF-16 units, and refuses before sending', async () => {
      const setup = await composer(limited(100));
      await write(setup, 'x'.repeat(50));
      expect(textOf(setup.element, '.counter')).to.equal('');
      await write(setup, '😀'.repeat(45));
      expect(textOf(setup.element, '.counter')).to.equal('10 characters left');
      await write(setup, '😀'.repeat(51));
      expect(textOf(setup.element, '.counter')).to.equal('2 characters too many');
      expect(setup.field.getAttribute('aria-invalid')).to.equal('true');
      expect(setup.element.matches(':state(over-limit)')).to.equal(true);
      setup.button.click();
      await settle(setup.element);
      expect(setup.handle.sent).to.deep.equal([]);
      expect(textOf(setup.element, '[role=alert]')).to.equal('The message is too long');
      await write(setup, 'short');
      expect(textOf(setup.element, '[role=alert]')).to.equal('');
    });

    it('takes a megabyte without losing any of it', async () => {
      const setup = await composer();
      const text = 'All work and no play. '.repeat(47_662);
      await write(setup, text);
      setup.button.click();
      await settle(setup.element);
      expect(setup.field.value).to.equal(text);
      expect(setup.handle.sent).to.deep.equal([]);
      expect(textOf(setup.element, '.counter')).to.contain('too many');
    });

    it('hands over what no text can hold as it is; the session cleans it', async () => {
      const setup = await composer();
      await write(setup, 'a\u0000b\uD800c');
      setup.button.click();
      submit(setup.handle, 'c1', 'a\uFFFDb\uFFFDc');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
      setup.handle.draft('');
      await settle(setup.element);
      expect(setup.field.value).to.equal('');
    });
  });

  describe('after the end', () => {
    it('says so and offers a new conversation', async () => {
      const { element, handle } = await composer(chatState('ended'));
      expect(textOf(element, '[part=ended-text]')).to.equal('This conversation has ended.');
      element.focus();
      await press('Enter');
      expect(handle.types).to.deep.equal(['chat-new-request']);
    });

    it('leaves the focus to what takes the place of the field, and back', async () => {
      const { element, handle } = await composer();
      element.focus();
      handle.set(chatState('ended'));
      await settle(element);
      expect(focused()?.getAttribute('part')).to.equal('new-chat');
      handle.set(chatState('none'));
      await settle(element);
      expect(focused()?.getAttribute('part')).to.equal('field');
    });

    it('offers none to who may not write, but what was said can be kept', async () => {
      const { element } = await composer(
        chatState('ended', 'online', { conversation: { ended: { by: 'agent', reason: 'blocked' } } }),
      );
      const parts = (): readonly (string | null)[] =>
        [...element.shadowRoot!.querySelectorAll('button')].map((button) => button.getAttribute('part'));
      await until(() => parts().length > 0);
      expect(parts()).to.deep.equal(['save']);
    });
  });

  describe('the survey', () => {
    const asked = (id: string | undefined, state: Partial<ChatState> = {}): ChatState => {
      const survey = id === undefined ? {} : { survey: { id, scale: 5, comment: true } };
      const log = logOf([...TALK, { type: 'end', by: 'agent', reason: 'agent', ...survey }]);
      return { ...chatState('ended', 'online', { conversation: { log } }), ...state };
    };
    const words = (element: ChatComposer): HTMLTextAreaElement =>
      element.shadowRoot!.querySelector<HTMLTextAreaElement>('[part~=survey-comment]')!;
    async function rated(setup: Setup): Promise<void> {
      const choice = (): HTMLElement | null => setup.element.shadowRoot!.querySelector('.stars input[value="4"]');
      await until(() => choice() !== null);
      choice()!.click();
      await settle(setup.element);
    }
    async function typed({ element }: Setup, text: string): Promise<void> {
      words(element).value = text;
      words(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settle(element);
    }

    it('keeps what is typed, and the place of the caret, when anything of the chat changes', async () => {
      const setup = await composer(asked('s1'));
      const { element, handle } = setup;
      await rated(setup);
      await typed(setup, 'Quick and kind');
      words(element).setSelectionRange(5, 5);
      handle.set({ connection: { ...handle.state.connection, status: 'offline' } });
      await settle(element);
      expect([words(element).value, words(element).selectionStart]).to.deep.equal(['Quick and kind', 5]);
      element.shadowRoot!.querySelector<HTMLElement>('[part~=survey-send]')!.click();
      expect(handle.intents.find(({ type }) => type === 'chat-survey-request')!.detail).to.include({
        rating: 4,
        comment: 'Quick and kind',
      });
      expect(handle.drafts).to.deep.equal([]);
    });

    it('begins empty after another conversation', async () => {
      const setup = await composer(asked('s1'));
      await rated(setup);
      await typed(setup, 'Quick and kind');
      setup.handle.set(asked('s2'));
      await settle(setup.element);
      expect(words(setup.element)).to.equal(null);
      await rated(setup);
      expect(words(setup.element).value).to.equal('');
    });

    it('is asked after a conversation that follows one that asked nothing', async () => {
      const { element, handle } = await composer(asked(undefined));
      await until(() => element.shadowRoot!.querySelector('[part~=save]') !== null);
      handle.set(asked('s1'));
      await until(() => element.shadowRoot!.querySelector('[part~=survey]') !== null);
    });
  });

  describe('the field', () => {
    it('has a name, a description and the direction of its text', async () => {
      const { element, field } = await composer(talkState([]), { label: 'Your question' });
      expect(field.labels[0]!.textContent).to.equal('Your question');
      expect(field.dir).to.equal('auto');
      for (const id of field.getAttribute('aria-describedby')!.split(' '))
        expect(element.shadowRoot!.getElementById(id)).to.exist;
    });

    it('grows with the text, to a limit', async () => {
      const setup = await composer();
      const empty = setup.field.offsetHeight;
      await write(setup, 'one\ntwo\nthree');
      const three = setup.field.offsetHeight;
      await write(setup, 'line\n'.repeat(100));
      expect(three).to.be.above(empty);
      expect(setup.field.offsetHeight).to.be.within(three, 220);
      await write(setup, '');
      expect(setup.field.offsetHeight).to.equal(empty);
    });

    it('has room for the page’s own actions', async () => {
      const element = document.createElement('chat-composer');
      const button = document.createElement('button');
      button.slot = 'before';
      element.append(button);
      document.body.append(element);
      await settle(element);
      expect(button.assignedSlot!.name).to.equal('before');
      element.remove();
    });

    it('lets go of its chat when it is taken away', async () => {
      const { element, handle } = await composer();
      element.remove();
      expect(handle.listeners).to.equal(0);
      await until(() => true);
    });
  });
});
