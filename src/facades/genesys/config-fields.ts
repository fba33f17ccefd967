/** The configuration options of the two documents, as data: what each must be, and where it is demanded. */
import { isPlain } from './copy.js';

/** Which of the documented forms a configuration has, told by `transport.type`; without a `transport` it is the oldest. */
export type Form = 'v2' | 'pureengage-v3-rest' | 'purecloud-v2-sockets';

type Kind = { readonly is: (value: unknown) => boolean; readonly what: string };

const oneKind = (type: string): Kind => ({ is: (value) => typeof value === type, what: `a ${type}` });
const STRING: Kind = { is: (value) => typeof value === 'string' && value !== '', what: 'a string that is not empty' };
const BOOLEAN = oneKind('boolean');
const FUNCTION = oneKind('function');
const OBJECT: Kind = { is: isPlain, what: 'an object like { … }' };
const COUNT: Kind = {
  is: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  what: 'a number, 0 or more',
};
const STRINGS: Kind = {
  is: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  what: 'an array of strings',
};
const PRIORITY: Kind = {
  is: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10,
  what: 'an integer from 0 to 10',
};
const QUEUE: Kind = { is: (value) => value === 'QUEUE', what: "'QUEUE'" };
const URL_TEXT: Kind = {
  is: (value) => {
    if (typeof value !== 'string') return false;
    try {
      return /^https?:$/.test(new URL(value, 'https://page.invalid/').protocol);
    } catch {
      return false;
    }
  },
  what: "the address of the chat service, like 'https://host/path'",
};
const TEMPLATE: Kind = {
  is: (value) => typeof value === 'string' || value === false,
  what: "a string of HTML like '<div>CHAT NOW</div>', or false",
};
const EFFECT: Kind = { is: (value) => value === 'fade' || value === 'slide', what: "'fade' or 'slide'" };

/** `look`: only how it looks or when it shows, so that a wrong one is told and left out, and the chat goes on. */
export type Field = {
  readonly path: string;
  readonly kind: Kind;
  readonly look?: true;
  readonly demandedBy?: readonly Form[];
};

const V3: readonly Form[] = ['pureengage-v3-rest'];
const CLOUD: readonly Form[] = ['purecloud-v2-sockets'];
const field = (path: string, kind: Kind, demandedBy?: readonly Form[]): Field => ({
  path,
  kind,
  ...(demandedBy && { demandedBy }),
});
const look = (path: string, kind: Kind): Field => ({ path, kind, look: true });

/** Outer fields before inner ones: the first that is wrong is told. */
export const FIELDS: readonly Field[] = [
  field('apikey', STRING),
  field('endpoint', STRING),
  field('dataURL', URL_TEXT, ['v2']),
  field('enableCustomHeader', BOOLEAN),
  look('ajaxTimeout', COUNT),
  field('xhrFields', OBJECT),
  look('pollExceptionLimit', COUNT),
  look('restoreTimeout', COUNT),
  field('transport', OBJECT),
  field('transport.type', STRING),
  field('transport.dataURL', URL_TEXT, [...V3, ...CLOUD]),
  field('transport.endpoint', STRING, V3),
  field('transport.headers', OBJECT, V3),
  field('transport.headers.x-api-key', STRING, V3),
  field('transport.async', OBJECT),
  field('transport.async.enabled', BOOLEAN),
  field('transport.async.setSessionData', FUNCTION),
  field('transport.async.getSessionData', FUNCTION),
  field('transport.async.deleteSessionData', FUNCTION),
  field('transport.deploymentKey', STRING, CLOUD),
  field('transport.orgGuid', STRING, CLOUD),
  look('transport.pagination', BOOLEAN),
  look('transport.maxMessagePageSize', COUNT),
  field('transport.interactionData', OBJECT, CLOUD),
  field('transport.interactionData.routing', OBJECT, CLOUD),
  field('transport.interactionData.routing.targetType', QUEUE, CLOUD),
  field('transport.interactionData.routing.targetAddress', STRING, CLOUD),
  field('transport.interactionData.routing.priority', PRIORITY),
  field('transport.interactionData.routing.skills', STRINGS),
  field('transport.interactionData.routing.language', STRING),
  look('emojis', BOOLEAN),
  look('actionsMenu', BOOLEAN),
  look('form', OBJECT),
  look('autoInvite', OBJECT),
  look('autoInvite.enabled', BOOLEAN),
  look('autoInvite.timeToInviteSeconds', COUNT),
  look('autoInvite.inviteTimeoutSeconds', COUNT),
  look('chatButton', OBJECT),
  look('chatButton.enabled', BOOLEAN),
  look('chatButton.template', TEMPLATE),
  look('chatButton.effect', EFFECT),
  look('chatButton.openDelay', COUNT),
  look('chatButton.effectDuration', COUNT),
  look('chatButton.hideDuringInvite', BOOLEAN),
];
