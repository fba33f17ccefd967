import { expect } from '@open-wc/testing';
import '../../src/define/all.js';
import type { LiveChat } from '../../src/elements/live-chat.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { until } from '../helpers/settle.js';

let count = 0;

/** A chat whose other side notes what it is told of the visitor's typing. */
function make(): { readonly chat: LiveChat; readonly told: (readonly [boolean, string | undefined])[] } {
  const told: (readonly [boolean, string | undefined])[] = [];
  const chat = document.createElement('live-chat');
  chat.persist = 'none';
  chat.sessionKey = `typing ${++count}`;
  chat.transport = (sink, options) => {
    const transport = loopback({ pace: 0 })(sink, options);
    transport.typing = (_id, typing, preview) => told.push([typing, preview]);
    return transport;
  };
  document.body.append(chat);
  return { chat, told };
}

function inputOf<Tag extends 'input' | 'textarea'>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const input = document.createElement(tag);
  document.body.append(input);
  return input;
}

function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('registerTypingPreviewInput', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('live-chat, input, textarea')) element.remove();
  });

  it('tells of what is typed in any text input or textarea, and of its end when it is emptied or left', async () => {
    const { chat, told } = make();
    await chat.startChat();
    await until(() => chat.state.connection.status === 'online');
    const area = inputOf('textarea');
    await chat.registerTypingPreviewInput({ input: area });
    await chat.registerTypingPreviewInput({ input: area });
    type(area, 'hel');
    await until(() => told.length === 1);
    type(area, '');
    await until(() => told.length === 2);
    const line = inputOf('input');
    await chat.registerTypingPreviewInput({ input: line });
    type(line, 'again');
    await until(() => told.length === 3);
    line.dispatchEvent(new Event('blur'));
    await until(() => told.length === 4);
    expect(told).to.deep.equal([
      [true, 'hel'],
      [false, undefined],
      [true, 'again'],
      [false, undefined],
    ]);
  });

  it('leaves the draft in the composer alone', async () => {
    const { chat } = make();
    await chat.startChat();
    chat.show({ text: 'half a sentence' });
    await until(() => Object.values(chat.state.view.drafts).includes('half a sentence'));
    const input = inputOf('input');
    await chat.registerTypingPreviewInput({ input });
    type(input, 'x');
    type(input, '');
    expect(Object.values(chat.state.view.drafts)).to.include('half a sentence');
  });

  it('refuses what is no text input with the documented text', async () => {
    const { chat } = make();
    const box = inputOf('input');
    box.type = 'checkbox';
    for (const input of [box, document.createElement('div'), undefined, null, '#message']) {
      const error: unknown = await chat
        .registerTypingPreviewInput({ input: input as HTMLInputElement })
        .catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'invalid' });
      expect((error as Error).message).to.match(/^Invalid value provided for the 'input' property\./);
    }
  });
});
