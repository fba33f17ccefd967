/**
 * What the server may send, checked by hand: the same answers as the schemas in `protocol/from-server.ts` (a test
 * compares the two on generated frames) at a fifth of their weight, because every visitor loads this.
 */
type Guard = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An object with these fields; a name that ends in `?` may be left out. */
export function shape(fields: Readonly<Record<string, Guard>>): Guard {
  return (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, guard]) => {
      const field = name.replace('?', '');
      return Object.hasOwn(value, field) && value[field] !== undefined ? guard(value[field]) : field !== name;
    });
}

const some =
  (...values: readonly unknown[]): Guard =>
  (value) =>
    values.includes(value);
export const list =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
const text =
  (most: number): Guard =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const dictionary =
  (guard: Guard): Guard =>
  (value) =>
    isObject(value) && Object.entries(value).every(([key, item]) => id(key) && guard(item));

export const anything: Guard = () => true;
export const flag: Guard = (value) => typeof value === 'boolean';
const number: Guard = (value) => typeof value === 'number' && !Number.isNaN(value);
export const time: Guard = Number.isFinite;
const integer: Guard = Number.isSafeInteger;
export const seq: Guard = (value) => integer(value) && (value as number) >= 0;
const count: Guard = (value) => seq(value) && value !== 0;
export const id: Guard = (value) => typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value);
const name = text(256);
const reason = text(64);
const role = some('visitor', 'agent', 'supervisor', 'bot', 'system');

const data: Guard = (value) =>
  isObject(value) &&
  // The schema's records pass over the names of prototypes.
  Object.entries(value).every(
    ([key, item]) =>
      /^(__proto__|prototype|constructor)$/.test(key) ||
      (key !== '' && text(128)(key) && (item === null || flag(item) || number(item) || text(1024)(item))),
  );

const author = { id, role, 'name?': name, 'avatar?': text(2048) };
const who = shape(author);
const place = { seq, prev: seq, at: time, type: text(Infinity) };

const said = { from: who, text: text(Infinity), 'clientId?': id };
const file = shape({ id, name: (value) => value !== '' && text(128)(value), type: text(128), size: seq });

/** By entry type: what it has beside its place. */
const entries: Readonly<Record<string, Guard>> = {
  message: shape({ ...said, 'files?': (value) => list(file)(value) && (value as []).length > 0 }),
  notice: shape(said),
  join: shape({ from: who }),
  leave: shape({ from: who, 'reason?': reason }),
  transfer: shape({ from: who, 'to?': who }),
  status: shape({ status: reason, 'until?': time }),
  end: shape({ by: role, 'reason?': reason, 'from?': who }),
};

/** Any entry keeps its place, also one that can't be read. */
export const isPlace = shape(place);

/** An entry of a type that this version knows. */
export const isEntry: Guard = (value) =>
  isPlace(value) &&
  Object.hasOwn(entries, (value as { type: string }).type) &&
  !!entries[(value as { type: string }).type]?.(value);

export const registers = shape({
  version: integer,
  head: seq,
  phase: some('queued', 'active', 'ended'),
  startedAt: time,
  'endedAt?': time,
  people: list(shape({ ...author, connected: flag, joinedAt: time, 'leftAt?': time })),
  'userData?': data,
  marks: dictionary(shape({ delivered: seq, seen: seq })),
  queue: (value) => value === null || shape({ position: number, 'wait?': number })(value),
});

export const isPage = shape({ entries: list(anything), more: flag, head: seq });
export const isOpened = shape({ conversation: id, me: id, 'credential?': id, rev: number, registers, page: isPage });
export const isSent = shape({
  results: list(
    shape({
      id,
      status: some('stored', 'duplicate', 'refused', 'later'),
      'seq?': seq,
      'at?': time,
      'code?': text(Infinity),
      'retryAfter?': number,
    }),
  ),
});
export const isChanged = shape({ rev: number, conversations: list(shape({ conversation: id, registers })) });
export const isEntryPush = shape({ conversation: id, entry: anything, 'rev?': number });
export const isRegistersPush = shape({ conversation: id, registers, 'rev?': number });
export const isTypingPush = shape({ conversation: id, person: id, typing: flag });
export const isBeat = shape({ rev: number, now: time });
export const isRevoked = shape({ conversation: id, 'reason?': reason });
export const isWelcome = shape({
  protocol: number,
  now: time,
  limits: shape({ maxText: number, maxBatch: number, maxPage: number, maxFrame: number }),
  beatEvery: number,
  'features?': shape({
    'http?': text(Infinity),
    'files?': shape({ maxSize: seq, maxCount: count, types: list(text(128)), chunk: count }),
    'polling?': shape({ wait: number }),
    'notices?': flag,
    'userData?': flag,
    'context?': shape({ variables: list(text(Infinity)), undeclared: some('create', 'ignore') }),
    'availability?': flag,
    'identity?': shape({ until: time }),
  }),
});

const failure = shape({
  code: text(Infinity),
  'message?': text(Infinity),
  'field?': text(Infinity),
  'retryAfter?': number,
});

/** Every acknowledgement. */
export const isAnswer: Guard = (value) =>
  shape({ ok: some(true), data: anything })(value) || shape({ ok: some(false), error: failure })(value);
