/** The second binding: the frames of the socket as HTTP requests. A request may wait for news. */
import {
  PROTOCOL_VERSION,
  httpEnd,
  httpPull,
  httpResume,
  httpSend,
  httpStart,
  httpTyping,
} from '../../../src/protocol/index.js';
import { ChatFault } from '../core/fault.js';
import type { Done } from '../core/runner.js';
import type { Line, Lines } from '../poll/lines.js';
import { takeFrom, type Bucket } from '../socket/rates.js';
import { answerJson } from './answers.js';
import { bearer, bodyOf, fittingBody, ID, type ApiRoute, type Call } from './api.js';

/** The longest that a request waits: proxies often give up after half a minute. */
export const MOST_WAIT = 25_000;

/** See the module. */
export function pollRoutes(base: string, lines: Lines): readonly ApiRoute[] {
  const about = (name: string, act: (call: Call) => Promise<unknown>): ApiRoute => ({
    method: 'POST',
    pattern: new RegExp(`^${base}/conversations/${ID}/${name}$`),
    act,
  });
  return [
    { method: 'GET', pattern: new RegExp(`^${base}/welcome$`), act: async ({ options }) => options.gate.greeting() },
    { method: 'POST', pattern: new RegExp(`^${base}/start$`), act: (call) => start(lines, call) },
    about('resume', (call) => resume(lines, call)),
    about('send', (call) => send(lines, call)),
    about('pull', (call) => pull(lines, call)),
    about('typing', (call) => typing(lines, call)),
    about('end', (call) => end(lines, call)),
  ];
}

async function start(lines: Lines, call: Call): Promise<undefined> {
  const { options, way } = call;
  const { protocol, channel, features, ...frame } = await bodyOf(call, httpStart, options.settings.limits.maxFrame);
  if (protocol !== PROTOCOL_VERSION)
    throw new ChatFault('unsupported-version', `this server speaks version ${PROTOCOL_VERSION}`);
  options.channels.mayBeAnonymous(channel ?? '');
  limit([options.gate.addressBucket('starts', way.address)]);
  const line = lines.make({ address: way.address, channel, features: features ?? [] });
  return line.during(async () => {
    try {
      const done = await options.service.visitors.start(line.connection, frame);
      lines.keep(line, done.data.conversation, done.data.credential ?? '');
      return answered(call, done);
    } catch (error) {
      lines.discard(line);
      throw error;
    }
  });
}

async function resume(lines: Lines, call: Call): Promise<undefined> {
  const { after, features } = await bodyOf(call, httpResume);
  const credential = credentialOf(call);
  const line = await lineOf(lines, call);
  limit([line.buckets.reads]);
  return line.during(async () => {
    const frame = { conversation: conversationOf(call), credential, after };
    const done = await call.options.service.visitors.resume(line.connection, frame, features);
    if (done.data.credential !== undefined) lines.keep(line, done.data.conversation, done.data.credential);
    return answered(call, done);
  });
}

async function send(lines: Lines, call: Call): Promise<undefined> {
  const { items } = await bodyOf(call, httpSend, call.options.settings.limits.maxFrame);
  return sendItems(lines, call, items);
}

async function end(lines: Lines, call: Call): Promise<undefined> {
  const { id } = await bodyOf(call, httpEnd);
  return sendItems(lines, call, [{ id, type: 'end' }]);
}

async function sendItems(lines: Lines, call: Call, items: unknown[]): Promise<undefined> {
  const { service, gate } = call.options;
  const line = await lineOf(lines, call);
  const sends = [line.buckets.sends, gate.addressBucket('sends', call.way.address)];
  const frame = { conversation: conversationOf(call), items };
  return line.during(async () =>
    answered(call, await service.visitorSends(line.connection, frame, () => takeFrom(sends))),
  );
}

async function typing(lines: Lines, call: Call): Promise<null> {
  const frame = await fittingBody(call, httpTyping, 65_536);
  const line = await lineOf(lines, call);
  // Too many are dropped without a word, as on a socket.
  if (line.buckets.typing.take() > 0) return null;
  return line.during(async () => {
    await call.options.service.visitorTypes(line.connection, { conversation: conversationOf(call), ...frame });
    return null;
  });
}

async function pull(lines: Lines, call: Call): Promise<unknown> {
  const { service } = call.options;
  const { wait = 0, version, typing: typed = [], ...range } = await bodyOf(call, httpPull, 65_536);
  const line = await lineOf(lines, call);
  limit([line.buckets.reads]);
  const conversation = conversationOf(call);
  const { clock } = service;
  let over = wait === 0;
  let cancel = (): void => undefined;
  const giveUp = (): void => {
    over = true;
    cancel();
  };
  return line.during(async () => {
    // By a timer and not by the time of day: a clock that is set back must not hold the request.
    const undo = clock.delay(Math.min(wait, MOST_WAIT), giveUp);
    call.response.once('close', giveUp);
    try {
      for (;;) {
        // Before anything is read: what happens after it wakes this up.
        const next = line.next(MOST_WAIT);
        ({ cancel } = next);
        const page = await service.visitors.pull(line.connection, { conversation, ...range });
        const registers = await service.visitors.registers(line.connection, conversation);
        const types = line.typing();
        const fresh =
          page.entries.length > 0 || registers.version !== version || types.join() !== [...typed].sort().join();
        if (fresh || range.before !== undefined || over || lines.stopped) {
          return {
            ...page,
            ...(registers.version !== version && { registers }),
            typing: types,
            now: clock.now(),
          };
        }
        await next.news;
        cancel();
      }
    } finally {
      call.response.off('close', giveUp);
      undo();
      cancel();
    }
  });
}

/** The acknowledgement goes out before anybody is told, so that it is never behind its own echo. */
function answered(call: Call, done: Done<unknown>): undefined {
  try {
    answerJson(call.response, 200, { ok: true, data: done.data });
  } finally {
    done.publish();
  }
  return undefined;
}

function lineOf(lines: Lines, call: Call): Promise<Line> {
  return lines.find(conversationOf(call), credentialOf(call), { address: call.way.address });
}

function conversationOf({ parts }: Call): string {
  return parts[0] ?? '';
}

function credentialOf({ request }: Call): string {
  const credential = bearer(request);
  if (credential === undefined)
    throw new ChatFault('not-allowed', 'a credential is wanted, in the Authorization header');
  return credential;
}

function limit(buckets: readonly Bucket[]): void {
  const wait = takeFrom(buckets);
  if (wait > 0) throw new ChatFault('rate-limited', 'too many in too short a time', { retryAfter: wait });
}
