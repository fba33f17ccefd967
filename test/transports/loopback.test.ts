import { expect } from '@open-wc/testing';
import { createChat } from '../../src/session/index.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { describeTransport } from './transport-contract.js';

describeTransport('loopback', () => ({ factory: loopback({ pace: 0, reply: () => undefined }), endpoint: '' }));

describe('loopback script', () => {
  it('greets and answers as it is told', async () => {
    const chat = createChat({
      transport: loopback({ pace: 1, greeting: 'Hello', reply: (text) => text.toUpperCase() }),
    });
    const replies: string[] = [];
    const done = new Promise<void>((resolve) =>
      chat.on('chat-message-received', ({ messages }) => {
        replies.push(
          ...messages
            .filter((message) => message.type === 'Message' && message.from.type === 'Bot')
            .map((message) => message.text),
        );
        if (replies.length === 2) resolve();
      }),
    );
    await chat.startChat();
    await chat.sendMessage({ message: 'quiet' });
    await done;
    expect(replies).to.deep.equal(['Hello', 'QUIET']);
    chat.release();
  });
});
