/** The `lcw:*` events of the Dynamics live chat SDK, for page code that listens on `window`. */
import type { EVENTS, EventName } from './events.js';

/** An event as it is dispatched on `window`. */
export type LcwEvent = { readonly type: string; readonly detail: unknown };

/** The names, for events whose detail stays as it is. A copy of the `lcw` column, so that the whole table is not loaded; the compiler compares. */
const NAMES: {
  readonly [
    Name in EventName as (typeof EVENTS)[Name] extends { lcw: string } ? Name : never
  ]?: (typeof EVENTS)[Name] extends { lcw: infer Lcw } ? Lcw : never;
} = {
  'chat-started': 'lcw:startChat',
  'chat-queued': 'lcw:chatQueued',
  'chat-restored': 'lcw:chatRetrieved',
  'chat-message-sent': 'lcw:onMessageSent',
  'chat-window-opened': 'lcw:onMaximize',
  'chat-window-minimized': 'lcw:onMinimize',
  'chat-window-closed': 'lcw:onClose',
};

/** What is known of a detail here. */
export type Loose = Readonly<Record<string, unknown>>;

/** Somebody who came in, and is no bot, is an agent who has accepted. */
function tagsOf({ type, from }: { readonly type: string; readonly from: { type: string } }): readonly string[] {
  return type === 'ParticipantJoined' && from.type !== 'Bot' ? ['system', 'agentaccepted'] : ['system'];
}

function received(detail: Loose): readonly LcwEvent[] {
  if (detail['restoring'] === true) return [];
  const messages = detail['messages'] as readonly {
    id: string;
    text: string;
    type: string;
    utcTime: number;
    from: { type: string };
  }[];
  return messages
    .filter((message) => message.from.type !== 'Client')
    .map((message) => {
      const user = message.type === 'Message';
      return {
        type: 'lcw:onMessageReceived',
        detail: {
          messageType: user ? 'user' : 'system',
          channelData: { tags: user ? ['public', `client_activity_id:${message.id}`] : tagsOf(message) },
          text: message.text,
          timestamp: message.utcTime,
          role: message.from.type.toLowerCase(),
        },
      };
    });
}

/** The error that can't be looked up: nothing more can be loaded. */
const loadFailed = ({ message }: Loose): LcwEvent => ({
  type: 'lcw:error',
  detail: { errorCode: 7, errorDescription: 'Live chat widget scripts failed to load', errorDetail: message },
});

/** Tells what an event of ours is called there; nothing for what that product does not tell. */
export function tellLcw(type: EventName, detail: Loose, tell: (event: LcwEvent) => void): void {
  if (type !== 'chat-availability' && type !== 'chat-error') return lcwOf(type, detail).forEach(tell);
  if (detail['code'] === 'load-failed') return tell(loadFailed(detail));
  import('./lcw-more.js').then(
    ({ availability, error }) => tell(type === 'chat-error' ? error(detail) : availability(detail)),
    // The event of ours, or the promise of the verb, tells it all the same.
    () => undefined,
  );
}

function lcwOf(type: EventName, detail: Loose): readonly LcwEvent[] {
  switch (type) {
    case 'chat-message-received':
      return received(detail);
    case 'chat-ended': {
      // "An agent ended the conversation" has an event of its own, before the one for the end.
      const closed = { type: 'lcw:closeChat', detail };
      const ended = { messageType: 'system', channelData: { tags: ['system', 'agentendconversation'] } };
      return detail['by'] === 'agent' || detail['by'] === 'supervisor'
        ? [{ type: 'lcw:onMessageReceived', detail: ended }, { type: 'lcw:threadUpdate', detail }, closed]
        : [closed];
    }
    default: {
      const name = (NAMES as Readonly<Record<string, string | undefined>>)[type];
      return name === undefined ? [] : [{ type: name, detail }];
    }
  }
}
