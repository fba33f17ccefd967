/** What every transport with chained order and safe resend must do: one suite, run against each of them. */
import { expect } from '@open-wc/testing';
import type { Entry } from '../../src/session/model/types.js';
import {
  TransportError,
  type OutItem,
  type Transport,
  type TransportEvent,
  type TransportFactory,
} from '../../src/session/transport.js';

/** How the suite reaches one transport. */
export type TransportUnderTest = {
  readonly factory: TransportFactory;
  readonly endpoint: string;
};

const never = () => new AbortController().signal;
const id = () => crypto.randomUUID();
const message = (text: string): OutItem => ({ id: id(), type: 'message', text });

/** Waits for something to become true; the test's own time limit is the deadline. */
async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function failure(promise: Promise<unknown>): Promise<TransportError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(TransportError);
  return error as TransportError;
}

/** The suite. */
export function describeTransport(name: string, under: () => TransportUnderTest): void {
  describe(`${name} as a transport`, () => {
    let transport: Transport;
    let events: TransportEvent[];
    const others: Transport[] = [];

    const make = (heard: TransportEvent[] = []): Transport => {
      const { factory, endpoint } = under();
      return factory({ emit: (event) => void heard.push(event) }, { endpoint, channel: 'default' });
    };
    const start = (key = id()) => transport.start({ key, profile: { nickname: 'Ann' }, userData: {} }, never());
    const texts = (entries: readonly Entry[]) =>
      entries.flatMap((entry) => (entry.type === 'message' && entry.from.role === 'visitor' ? [entry.text] : []));
    const pushed = () => events.flatMap((event) => (event.type === 'entry' ? [event.entry] : []));

    beforeEach(async () => {
      events = [];
      transport = make(events);
      await transport.open(never());
    });

    afterEach(() => {
      for (const other of [transport, ...others.splice(0)]) other.close();
    });

    it('opens an open line at once', async () => {
      await transport.open(never());
    });

    it('refuses a call on a closed line with "again", and opens again', async () => {
      transport.close();
      expect((await failure(start())).kind).to.equal('again');
      await transport.open(never());
      expect((await start()).remoteId).to.be.a('string');
    });

    it('starts a conversation with a gapless page and registers at its head', async () => {
      const opened = await start();
      let last = 0;
      for (const entry of opened.page.entries) {
        expect(entry.prev).to.equal(last);
        last = entry.seq;
      }
      expect(opened.registers.head).to.equal(last);
      expect(opened.registers.phase).to.be.oneOf(['queued', 'active']);
      expect(opened.credential).to.be.a('string');
    });

    it('starts the same conversation when the same start is repeated', async () => {
      const key = id();
      const [first, second] = [await start(key), await start(key)];
      expect(second.remoteId).to.equal(first.remoteId);
      expect((await start()).remoteId).not.to.equal(first.remoteId);
    });

    it('stores a batch in its order and pushes each entry with the id of its message', async () => {
      const { remoteId, me } = await start();
      const batch = [message('one'), message('two'), message('three')];
      const results = await transport.send(remoteId, batch, never());
      expect(results.map((result) => result.status)).to.deep.equal(['stored', 'stored', 'stored']);
      await until(() => texts(pushed()).length === 3);
      const own = pushed().filter((entry) => entry.type === 'message' && entry.from.id === me);
      expect(own.map((entry) => entry.type === 'message' && [entry.text, entry.clientId])).to.deep.equal(
        batch.map((item) => item.type === 'message' && [item.text, item.id]),
      );
    });

    it('answers a repeat with "duplicate" and the old place, and stores nothing', async () => {
      const { remoteId } = await start();
      const item = message('once');
      const [first] = await transport.send(remoteId, [item], never());
      const [second] = await transport.send(remoteId, [item], never());
      expect(second).to.include({ status: 'duplicate', seq: first?.status === 'stored' ? first.seq : undefined });
      const page = await transport.pull({ remoteId, after: 0, limit: 50 }, never());
      expect(texts(page.entries)).to.deep.equal(['once']);
    });

    it('pulls what came after a place, and what came before it, page by page', async () => {
      const { remoteId } = await start();
      await transport.send(
        remoteId,
        Array.from({ length: 12 }, (_, i) => message(`m${i}`)),
        never(),
      );
      const after = await transport.pull({ remoteId, after: 0, limit: 5 }, never());
      expect(after.entries).to.have.length(5);
      expect(after.more).to.equal(true);
      const rest = await transport.pull({ remoteId, after: after.entries.at(-1)?.seq, limit: 50 }, never());
      expect(rest.more).to.equal(false);
      expect(texts([...after.entries, ...rest.entries])).to.deep.equal(Array.from({ length: 12 }, (_, i) => `m${i}`));
      const before = await transport.pull({ remoteId, before: rest.entries[0]?.seq, limit: 50 }, never());
      expect(before.entries.map((entry) => entry.seq)).to.deep.equal(after.entries.map((entry) => entry.seq));
      expect(before.more).to.equal(false);
    });

    it('resumes after a break with what was missed, and pushes to the new line', async () => {
      const { remoteId, credential = '' } = await start();
      await transport.send(remoteId, [message('before')], never());
      const { head } = await transport.pull({ remoteId, after: 0, limit: 50 }, never());
      await transport.send(remoteId, [message('missed')], never());
      transport.close();
      await transport.open(never());
      const opened = await transport.resume({ remoteId, credential, after: head }, never());
      expect(texts(opened.page.entries)).to.deep.equal(['missed']);
      events.length = 0;
      await transport.send(remoteId, [message('live')], never());
      await until(() => texts(pushed()).includes('live'));
    });

    it('opens no conversation with a wrong handle', async () => {
      const { remoteId } = await start();
      transport.close();
      await transport.open(never());
      const wrong = await failure(transport.resume({ remoteId: id(), credential: id() }, never()));
      expect(wrong).to.include({ kind: 'final', code: 'unknown-conversation' });
      expect(remoteId).to.be.a('string');
    });

    it('stores the end after the messages before it, and takes nothing afterwards', async () => {
      const { remoteId } = await start();
      const results = await transport.send(remoteId, [message('bye'), { id: id(), type: 'end' }], never());
      expect(results.map((result) => result.status)).to.deep.equal(['stored', 'stored']);
      await until(() => events.some((event) => event.type === 'registers' && event.registers.phase === 'ended'));
      const [late] = await transport.send(remoteId, [message('late')], never());
      expect(late).to.include({ status: 'refused', code: 'ended' });
    });

    it('keeps the highest mark', async () => {
      const { remoteId, me } = await start();
      await transport.send(remoteId, [message('a')], never());
      await transport.send(remoteId, [{ id: id(), type: 'mark', delivered: 1, seen: 1 }], never());
      await transport.send(remoteId, [{ id: id(), type: 'mark', seen: 0 }], never());
      await until(() => events.some((event) => event.type === 'registers' && event.registers.marks[me]?.seen === 1));
      const last = events.findLast((event) => event.type === 'registers');
      expect(last?.type === 'registers' && last.registers.marks[me]).to.deep.equal({ delivered: 1, seen: 1 });
    });

    it('takes typing without an answer, also on a closed line', async () => {
      const { remoteId } = await start();
      transport.typing?.(remoteId, true, 'hel');
      transport.close();
      transport.typing?.(remoteId, false);
    });

    it('says nothing after it was closed', async () => {
      const { remoteId } = await start();
      transport.close();
      events.length = 0;
      await transport.open(never());
      transport.close();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(events.filter((event) => event.type === 'lost' || event.type === 'entry')).to.deep.equal([]);
      expect(remoteId).to.be.a('string');
    });
  });
}
