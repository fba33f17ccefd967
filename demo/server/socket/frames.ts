/**
 * The edge: everything that arrives on a socket is looked at here before anything else sees it. A frame that is wrong in any
 * way is answered if it can be, and never does harm.
 */
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import type { WireFailure } from '../../../src/protocol/index.js';
import { ChatFault, failureOf } from '../core/fault.js';
import type { Log } from '../core/ports.js';
import type { Done } from '../core/runner.js';
import { illFormedPath } from '../core/text.js';
import type { Counters } from '../counters.js';
import { Bucket, takeFrom, type Rate } from './rates.js';

/** Serves one event. Made by {@link asked} or {@link told}. */
export interface FrameHandler {
  readonly acknowledged: boolean;
  readonly buckets: readonly Bucket[];
  /** Validates and acts. */
  handle(data: unknown): Promise<Done<unknown>>;
}

/** Nothing to tell anybody. */
const QUIET = (): void => undefined;

/** An event that is answered. `act` may return what is to be published after the answer. */
export function asked<Schema extends v.GenericSchema>(
  schema: Schema,
  buckets: readonly Bucket[],
  act: (frame: v.InferOutput<Schema>) => Promise<Done<unknown>>,
): FrameHandler {
  return { acknowledged: true, buckets, handle: async (data) => act(validated(schema, data)) };
}

/** An event that is answered and changes nothing. */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  buckets: readonly Bucket[],
  act: (frame: v.InferOutput<Schema>) => Promise<unknown>,
): FrameHandler {
  return asked(schema, buckets, async (frame) => ({ data: await act(frame), publish: QUIET }));
}

/**
 * An event that is not answered and keeps nothing. Its texts may be ill-formed: there is nobody to tell, and a preview that was
 * cut in the middle of a character is still worth showing. Whoever passes one on makes it well-formed.
 */
export function told<Schema extends v.GenericSchema>(
  schema: Schema,
  buckets: readonly Bucket[],
  act: (frame: v.InferOutput<Schema>) => Promise<void>,
): FrameHandler {
  const handle = async (data: unknown): Promise<Done<unknown>> => {
    await act(fitting(schema, data));
    return { data: null, publish: QUIET };
  };
  return { acknowledged: false, buckets, handle };
}

/** What the edge needs. */
export interface Edge {
  readonly log: Log;
  readonly counters: Counters;
  readonly now: () => number;
  readonly frames: Rate;
  /** Counts what is under way, so that a graceful stop can wait for it. */
  readonly busy: { enter(): void; leave(): void };
}

/** How many frames above the rate end a connection: a client of ours waits as it is told. */
const PATIENCE = 2000;

/** Serves a socket by a table of handlers. */
export function serveFrames(socket: Socket, handlers: ReadonlyMap<string, FrameHandler>, edge: Edge): void {
  const frames = new Bucket(edge.frames, edge.now);
  let excess = 0;
  socket.onAny((event: string, ...args: unknown[]) => {
    edge.counters.add('frames');
    const last = args.at(-1);
    const acknowledge = typeof last === 'function' ? (last as (answer: unknown) => void) : undefined;
    const data = acknowledge ? args.slice(0, -1) : args;
    const refuse = (error: WireFailure): void => {
      edge.counters.add('refused', error.code);
      acknowledge?.({ ok: false, error });
    };
    const wait = frames.take();
    if (wait > 0) {
      excess += 1;
      if (excess > PATIENCE) socket.disconnect(true);
      return refuse({ code: 'rate-limited', message: 'too many frames', retryAfter: wait });
    }
    void serve(handlers.get(event), data, acknowledge, edge).catch((error: unknown) =>
      refuse(failureOf(error, edge.log)),
    );
  });
}

async function serve(
  handler: FrameHandler | undefined,
  data: readonly unknown[],
  acknowledge: ((answer: unknown) => void) | undefined,
  { busy }: Edge,
): Promise<void> {
  if (!handler) throw new ChatFault('bad-request', 'no such event');
  if (data.length !== 1) throw new ChatFault('bad-request', 'an event has exactly one object');
  // Whoever does not wait for the answer would not know what became of it.
  if (handler.acknowledged && !acknowledge) throw new ChatFault('bad-request', 'this event must be acknowledged');
  const wait = takeFrom(handler.buckets);
  if (wait > 0) throw new ChatFault('rate-limited', 'too many in too short a time', { retryAfter: wait });
  busy.enter();
  try {
    const done = await handler.handle(data[0]);
    try {
      acknowledge?.({ ok: true, data: done.data });
    } finally {
      done.publish();
    }
  } finally {
    busy.leave();
  }
}

function validated<Schema extends v.GenericSchema>(schema: Schema, data: unknown): v.InferOutput<Schema> {
  const frame = fitting(schema, data);
  const unfit = illFormedPath(frame);
  if (unfit !== undefined) throw malformed(unfit);
  return frame;
}

function fitting<Schema extends v.GenericSchema>(schema: Schema, data: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, data, { abortEarly: true });
  if (!parsed.success) throw malformed(v.getDotPath(parsed.issues[0]) ?? undefined);
  return parsed.output;
}

function malformed(field: string | undefined): ChatFault {
  return new ChatFault(
    'bad-request',
    field === undefined ? 'not a frame of this event' : `${field} is not valid`,
    field === undefined ? {} : { field },
  );
}
