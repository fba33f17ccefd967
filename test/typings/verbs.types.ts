/** Compiles, and so holds: the verbs, the properties and the state of `<live-chat>` and of a headless chat. */
import type { LiveChat } from '../../src/index.js';
import { createChat, isChatError, type ChatHost, type ChatState, type Message } from '../../src/session/index.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { socketIo } from '../../src/transports/socket-io/index.js';

declare const element: LiveChat;

// The same verbs on the element and without one.
export async function everyVerb(
  chat: Pick<
    ChatHost,
    'startChat' | 'endChat' | 'sendMessage' | 'sendTyping' | 'getTranscript' | 'getAgents' | 'getStats'
  >,
): Promise<void> {
  await chat.startChat();
  await chat.startChat({ nickname: 'Vera', userData: { basket: 3, vip: true, note: null } });
  // @ts-expect-error -- user data is flat
  await chat.startChat({ userData: { basket: [1, 2, 3] } });
  const { code } = await chat.sendMessage({ message: 'Hello' });
  const text: string = code;
  // @ts-expect-error -- a text alone is no message
  await chat.sendMessage(text);
  await chat.sendTyping();
  await chat.sendTyping({ Message: 'Hel' });
  const messages: readonly Message[] = (await chat.getTranscript()).messages;
  // @ts-expect-error -- what was said is said
  messages.push(messages[0]);
  const agents = await chat.getAgents();
  const connected: boolean | undefined = agents['a1']?.connected;
  const duration: number = (await chat.getStats()).duration;
  await chat.endChat();
  void [connected, duration];
}

export const both = [
  everyVerb(element),
  everyVerb(createChat({ transport: loopback() })),
  everyVerb(createChat({ transport: socketIo, endpoint: 'https://chat.example' })),
];

export function properties(chat: LiveChat): void {
  chat.open = true;
  chat.mode = 'inline';
  // @ts-expect-error -- only the documented words
  chat.mode = 'modal';
  chat.persist = 'session';
  chat.transport = loopback({ greeting: 'Hello', reply: (said) => said.toUpperCase() });
  chat.userData = { customer: 17 };
  chat.show({ text: 'I have a question' });
  chat.minimize();
  chat.hide();
  chat.toggle();
  const state: ChatState = chat.state;
  // @ts-expect-error -- a snapshot is frozen
  state.view.open = false;
  const undo: () => void = chat.subscribe((now, facts) => void [now.connection.status, facts.length]);
  undo();
}

export function failures(error: unknown): string {
  if (!isChatError(error)) return '';
  // @ts-expect-error -- no such code
  if (error.code === 'nonsense') return '';
  return error.code === 'load-failed' ? error.message : error.code;
}

// @ts-expect-error -- a headless chat has no default back end: it would come with everybody's bundle
createChat({});
