/** Compiles, and so holds: what `addEventListener` and `createElement` know of the elements. */
import '../../src/index.js';
import type { LiveChat } from '../../src/index.js';
import type { ChatHeader } from '../../src/elements/chat-header.js';
import '../../src/define/all.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._proof: Equal<A, B> extends true ? [] : [never]): void => undefined;

const chat = document.createElement('live-chat');
same<typeof chat, LiveChat>();
const header = document.querySelector('chat-header');
same<typeof header, ChatHeader | null>();

// Details are typed by the event's name, on the element itself…
chat.addEventListener('chat-message-received', ({ detail }) => {
  same<typeof detail.conversationId, string>();
  same<(typeof detail.messages)[number]['from']['type'], 'Client' | 'Agent' | 'Supervisor' | 'Bot' | 'System'>();
  same<typeof detail.restoring, boolean>();
});
chat.addEventListener('chat-ended', ({ detail }) => {
  same<typeof detail.by, 'visitor' | 'agent' | 'supervisor' | 'bot' | 'system'>();
});
chat.addEventListener('chat-window-opened', ({ detail }) => {
  same<typeof detail.reason, 'user' | 'api' | 'error'>();
});
// …and on any other that they bubble to.
document.body.addEventListener('chat-unread-changed', ({ detail }) => {
  same<typeof detail.count, number>();
});

// What comes before may be changed, as far as it may be changed.
chat.addEventListener('chat-before-send', (event) => {
  event.detail.text = event.detail.text.trim();
  // @ts-expect-error -- which conversation it is for is not the listener's to change
  event.detail.conversationId = '';
  event.preventDefault();
});
chat.addEventListener('chat-before-start', ({ detail }) => {
  detail.userData = { ...detail.userData, page: location.pathname };
});

// Intents carry what the visitor wants.
document.body.addEventListener('chat-send-request', ({ detail }) => {
  same<typeof detail.text, string>();
});
document.body.addEventListener('chat-draft-request', ({ detail }) => {
  // @ts-expect-error -- a draft has no id
  void detail.clientId;
});

chat.addEventListener('chat-ready', (event) => {
  // @ts-expect-error -- nothing is told with it
  void event.detail.conversationId;
});
