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

type Loose = Readonly<Record<string, unknown>>;

function received(detail: Loose): readonly LcwEvent[] {
  if (detail['restoring'] === true) return [];
  const messages = detail['messages'] as readonly {
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
          channelData: { tags: user ? [] : ['system'] },
          text: message.text,
          timestamp: message.utcTime,
          role: message.from.type.toLowerCase(),
        },
      };
    });
}

/** What an event of ours is called there; none for what that product does not tell. */
export function lcwOf(type: EventName, detail: Loose): readonly LcwEvent[] {
  switch (type) {
    case 'chat-message-received':
      return received(detail);
    case 'chat-error':
      return [{ type: 'lcw:error', detail: { errorCode: detail['code'], errorDescription: detail['message'] } }];
    case 'chat-ended': {
      // "An agent ended the conversation" has an event of its own, before the one for the end.
      const closed = { type: 'lcw:closeChat', detail };
      return detail['by'] === 'agent' ? [{ type: 'lcw:threadUpdate', detail }, closed] : [closed];
    }
    default: {
      const name = (NAMES as Readonly<Record<string, string | undefined>>)[type];
      return name === undefined ? [] : [{ type: name, detail }];
    }
  }
}
