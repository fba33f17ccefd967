/** `chat-*` events as the documented events of WebChatService: names from the one table, data as the documents have it. */
import { EVENTS, type EventName, type EventRow } from '../../vocabulary/events.js';
import { faultOf, sessionDataOf } from './answers.js';
import type { Bus } from './bus.js';
import type { GenesysConfig } from './config.js';
import type { HostPort } from './host.js';

const SERVICE = 'WebChatService';
type Detail = Readonly<Record<string, unknown>>;

const OK = { code: 'ok', message: 'ok' };

/** Pages change the messages that they are given: theirs are copies. */
function copies(messages: unknown): unknown {
  return Array.isArray(messages) ? messages.map((message: unknown) => structuredClone(message)) : messages;
}

/** The documented data of an event, by its documented name; an empty object where the documents have none. */
function dataOf(name: string, detail: Detail, host: HostPort, config: GenesysConfig): unknown {
  const key = typeof detail['conversationId'] === 'string' ? detail['conversationId'] : undefined;
  switch (name) {
    case 'started':
      return { ...OK, data: { conversationId: detail['conversationId'], ...sessionDataOf(host.state, key) } };
    case 'restored':
      return { async: config.transport?.async?.enabled === true };
    case 'messageReceived':
      return {
        originalMessages: copies(detail['originalMessages']),
        messages: copies(detail['messages']),
        restoring: detail['restoring'],
        sessionData: sessionDataOf(host.state, key),
      };
    case 'error':
      return faultOf(String(detail['code']), String(detail['message']));
    case 'agentTypingStarted':
    case 'agentTypingStopped':
    case 'agentTypingTimeout':
      return { ...OK, data: { name: detail['name'] } };
    default:
      return 'numAgentsConnected' in detail
        ? {
            message: structuredClone(detail['message']),
            agents: structuredClone(detail['agents']),
            numAgentsConnected: detail['numAgentsConnected'],
          }
        : {};
  }
}

/** Publishes what the host tells. `ready` is told by whoever knows that the bus is, too. */
export function publishService(bus: Bus, host: HostPort, config: GenesysConfig): void {
  for (const [type, { wcs }] of Object.entries(EVENTS) as readonly [EventName, EventRow][]) {
    if (wcs === undefined || wcs === 'ready') continue;
    // One edition of the documents writes the first event with a capital.
    const names = (wcs === 'started' ? [wcs, 'Started'] : [wcs]).map((name) => `${SERVICE}.${name}`);
    host.on(type, (detail) => {
      // A history of a thousand messages is not copied for nobody.
      for (const name of names) if (bus.hears(name)) bus.publish(SERVICE, name, dataOf(wcs, detail, host, config));
    });
  }
}
