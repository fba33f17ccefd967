import { expect } from '@open-wc/testing';
import '../../src/define/all.js';
import type { LiveChat } from '../../src/elements/live-chat.js';
import type { Message } from '../../src/session/model/types.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { until } from '../helpers/settle.js';

let count = 0;

function make(): LiveChat {
  const chat = document.createElement('live-chat');
  chat.persist = 'none';
  chat.sessionKey = `registering ${++count}`;
  chat.transport = loopback({ pace: 0, greeting: 'hello' });
  document.body.append(chat);
  return chat;
}

const shout = (message: Message) => ({ ...message, text: message.text.toUpperCase() });
const texts = async (chat: LiveChat) =>
  (await chat.getTranscript()).messages.filter(({ type }) => type === 'Message').map(({ text }) => text);

describe('verbs that only register something', () => {
  afterEach(() => document.querySelectorAll('live-chat, input').forEach((element) => element.remove()));

  it('answer at once and load nothing, and count for the session that comes', async () => {
    const chat = make();
    const input = document.createElement('input');
    expect(await chat.registerPreProcessor({ preprocessor: shout })).to.equal(shout);
    await chat.registerTypingPreviewInput({ input });
    expect(chat.state.engine).to.equal('none');
    await chat.startChat();
    await until(async () => (await texts(chat)).length === 1);
    expect(await texts(chat)).to.deep.equal(['HELLO']);
  });

  it('are refused with the documented text when what they are given is wrong', async () => {
    const chat = make();
    const refused: unknown = await chat
      .registerPreProcessor({ preprocessor: 5 as unknown as typeof shout })
      .catch((error: unknown) => error);
    expect(refused).to.include({ code: 'invalid' });
    expect((refused as Error).message).to.equal("No preprocessor function provided. Type provided was 'number'.");
  });
});
