/** What every store must do, whatever it is made of. Each implementation runs this suite over a fresh store of its own. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type {
  AgentRow,
  ConversationRow,
  EntryRow,
  FileRow,
  LeftMessageRow,
  OutgoingRow,
  PersonRow,
  Store,
  Tx,
} from '../../demo/server/store/port.js';

/** A conversation as it might be. */
export function conversationRow(id: string, more: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    visitor: 'v1',
    identity: 'i1',
    customer: 'customer-1',
    keyHash: `key-of-${id}`,
    parent: null,
    title: null,
    archived: false,
    channel: 'shop',
    addressHash: 'a1',
    profile: { nickname: 'Bo' },
    userData: { plan: 'pro', seats: 3, trial: false, note: null },
    context: { plan: { value: 'pro', display: true, verified: false } },
    queue: 'sales',
    skills: ['cups'],
    language: 'en-GB',
    features: ['files'],
    person: `p-${id}`,
    startedAt: 1000,
    endedAt: null,
    phase: 'queued',
    userDataChanged: true,
    rev: 0,
    staffRev: 2,
    head: 0,
    publicHead: 0,
    agent: null,
    bot: 'bot',
    botHeard: 4,
    guest: 'device-1',
    contactFields: { order: 12 },
    assigned: { id: 'a-1', role: 'agent', name: 'Ann' },
    caseStatus: 'pending',
    botMisses: 1,
    botStream: { seq: 2, text: 'so far' },
    queuedAt: 1000,
    queueRank: 0,
    queuePosition: 1,
    queueWait: null,
    queuedAs: 1,
    offerAgent: null,
    offerUntil: null,
    visitorLeftAt: null,
    goneAt: null,
    activeAt: 1000,
    warnedAt: null,
    ...more,
  };
}

/** A message as it might be. */
export function messageRow(conversation: string, seq: number, more: Partial<EntryRow> = {}): EntryRow {
  const from = { id: `p-${conversation}`, role: 'visitor' } as const;
  return {
    conversation,
    seq,
    at: 1000 + seq,
    audience: 'all',
    sender: from.id,
    clientId: `c${seq}`,
    body: { type: 'message', from, text: `text ${seq}` },
    ...more,
  };
}

const person = (conversation: string, more: Partial<PersonRow> = {}): PersonRow => ({
  conversation,
  id: `p-${conversation}`,
  role: 'visitor',
  name: 'Bo',
  avatar: null,
  joinedAt: 1000,
  leftAt: null,
  connected: true,
  silentSince: null,
  known: true,
  delivered: 0,
  seen: 0,
  ...more,
});

const agentRow = (id: string, more: Partial<AgentRow> = {}): AgentRow => ({
  id,
  name: `name of ${id}`,
  password: 'hash',
  role: 'agent',
  capacity: 3,
  presence: 'available',
  missed: 0,
  assignedAt: 0,
  queues: [],
  skills: [],
  disabled: false,
  ...more,
});

const fileRow = (id: string, more: Partial<FileRow> = {}): FileRow => ({
  id,
  conversation: 'c1',
  uploader: 'p-c1',
  clientId: `client-${id}`,
  addressHash: 'a1',
  name: 'cup.png',
  claimed: 'image/png',
  size: 100,
  received: 0,
  type: null,
  state: 'uploading',
  code: null,
  entry: null,
  createdAt: 1000,
  touchedAt: 1000,
  ...more,
});

/** Runs the suite. `open` gives a new, empty store each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.transact(work);
    const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.read(work);
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('a conversation comes back exactly as it was written', async () => {
      const row = conversationRow('c1');
      await write((tx) => tx.addConversation(row));
      assert.deepEqual(await read((tx) => tx.conversation('c1')), row);
      const changed = { ...row, phase: 'ended' as const, endedAt: 9, agent: 'ann', queuedAt: null, head: 7 };
      await write((tx) => tx.saveConversation(changed));
      assert.deepEqual(await read((tx) => tx.conversation('c1')), changed);
      assert.deepEqual(await read((tx) => tx.conversationByKey('key-of-c1')), changed);
      assert.equal(await read((tx) => tx.conversation('c2')), undefined);
    });

    test('the conversations of a customer are found, the newest first, and nobody else’s', async () => {
      await write(async (tx) => {
        await tx.addConversation(conversationRow('c1', { startedAt: 1 }));
        await tx.addConversation(conversationRow('c2', { startedAt: 2 }));
        await tx.addConversation(conversationRow('c3', { startedAt: 3, identity: 'i2' }));
        await tx.addConversation(conversationRow('c4', { startedAt: 4, identity: null }));
      });
      const found = (rows: ConversationRow[]): string[] => rows.map(({ id }) => id);
      assert.deepEqual(found(await read((tx) => tx.conversationsOf('i1', 10))), ['c2', 'c1']);
      assert.deepEqual(found(await read((tx) => tx.conversationsOf('i1', 1))), ['c2']);
      assert.deepEqual(found(await read((tx) => tx.conversationsOf('', 10))), []);
    });

    test('the threads of a customer come page by page, the last active first', async () => {
      await write(async (tx) => {
        for (const [id, activeAt] of [
          ['c1', 5],
          ['c2', 9],
          ['c3', 5],
          ['c4', 1],
        ] as const)
          await tx.addConversation(conversationRow(id, { activeAt, title: `title of ${id}`, archived: id === 'c4' }));
        await tx.addConversation(conversationRow('c5', { activeAt: 9, identity: 'i2' }));
      });
      const page = async (limit: number, before?: { at: number; id: string }): Promise<string[]> =>
        (await read((tx) => tx.threadsOf('i1', { limit, before }))).map(({ id }) => id);
      assert.deepEqual(await page(2), ['c2', 'c1']);
      assert.deepEqual(await page(2, { at: 5, id: 'c1' }), ['c3', 'c4']);
      assert.deepEqual(await page(9, { at: 1, id: 'c4' }), []);
    });

    test('what agents have begun in a conversation is found there', async () => {
      await write(async (tx) => {
        await tx.addConversation(conversationRow('c1'));
        await tx.addConversation(conversationRow('c2', { parent: 'c1', startedAt: 5 }));
        await tx.addConversation(conversationRow('c3', { parent: 'c1', startedAt: 3 }));
        await tx.addConversation(conversationRow('c4', { parent: 'c2' }));
      });
      assert.deepEqual(
        (await read((tx) => tx.begunIn('c1'))).map(({ id }) => id),
        ['c3', 'c2'],
      );
      assert.deepEqual(await read((tx) => tx.begunIn('c4')), []);
    });

    test('the last message, and how many are new to a person, are those that everybody may see', async () => {
      const ann = { id: 'ann', role: 'agent' } as const;
      await write(async (tx) => {
        await tx.addConversation(conversationRow('c1'));
        await tx.addEntry(messageRow('c1', 1));
        await tx.addEntry(messageRow('c1', 2, { sender: 'ann', body: { type: 'message', from: ann, text: 'a' } }));
        await tx.addEntry(messageRow('c1', 3, { sender: 'ann', body: { type: 'message', from: ann, text: 'b' } }));
        const whisper = { type: 'message', from: ann, text: 'whispered' } as const;
        await tx.addEntry(messageRow('c1', 4, { sender: 'ann', audience: 'staff', body: whisper }));
        await tx.addEntry(
          messageRow('c1', 5, { sender: null, clientId: null, body: { type: 'status', status: 'idle' } }),
        );
      });
      await read(async (tx) => {
        assert.equal((await tx.lastMessage('c1'))?.seq, 3);
        assert.equal(await tx.lastMessage('c2'), undefined);
        assert.equal(await tx.messagesTo('c1', 'p-c1', 0), 2);
        assert.equal(await tx.messagesTo('c1', 'p-c1', 2), 1);
        assert.equal(await tx.messagesTo('c1', 'ann', 0), 1);
      });
    });

    test('two conversations can not have the same key', async () => {
      await write((tx) => tx.addConversation(conversationRow('c1')));
      await assert.rejects(write((tx) => tx.addConversation(conversationRow('c2', { keyHash: 'key-of-c1' }))));
      assert.equal(await read((tx) => tx.conversation('c2')), undefined);
    });

    test('a transaction that fails leaves nothing behind', async () => {
      const failing = write(async (tx) => {
        await tx.addConversation(conversationRow('c1'));
        await tx.addEntry(messageRow('c1', 1));
        throw new Error('on purpose');
      });
      await assert.rejects(failing, /on purpose/);
      assert.equal(await read((tx) => tx.conversation('c1')), undefined);
      await write((tx) => tx.addConversation(conversationRow('c1')));
    });

    test('transactions that run at once see each other whole or not at all', async () => {
      await write((tx) => tx.addVisitor('v1', 0));
      const results = await Promise.all(
        Array.from({ length: 50 }, () =>
          write(async (tx) => {
            const before = (await tx.revs(['v1'])).get('v1');
            await new Promise((resolve) => setImmediate(resolve));
            return { before, after: await tx.bumpRev('v1') };
          }),
        ),
      );
      for (const { before, after } of results) assert.equal(after, (before ?? Number.NaN) + 1);
      assert.equal(new Set(results.map(({ after }) => after)).size, 50);
    });

    test('merging two visitors keeps their conversations and never lowers a revision', async () => {
      await write(async (tx) => {
        for (const id of ['v1', 'v2']) await tx.addVisitor(id, 0);
        await tx.addConversation(conversationRow('c1', { visitor: 'v1' }));
        await tx.addConversation(conversationRow('c2', { visitor: 'v2' }));
        for (let count = 0; count < 5; count += 1) await tx.bumpRev('v1');
        await tx.bumpRev('v2');
        await tx.mergeVisitors('v1', 'v2');
      });
      const revs = await read((tx) => tx.revs(['v1', 'v2']));
      assert.deepEqual([...revs], [['v2', 6]]);
      assert.equal((await read((tx) => tx.conversation('c1')))?.visitor, 'v2');
    });

    test('the queue is in the order of service: returned ones first, then as they came', async () => {
      await write(async (tx) => {
        await tx.addConversation(conversationRow('late', { queuedAt: 3000, startedAt: 3000 }));
        await tx.addConversation(conversationRow('early', { queuedAt: 2000, startedAt: 2000 }));
        await tx.addConversation(conversationRow('back2', { queuedAt: 4000, startedAt: 900, queueRank: -1 }));
        await tx.addConversation(conversationRow('back1', { queuedAt: 5000, startedAt: 800, queueRank: -1 }));
        await tx.addConversation(conversationRow('on', { phase: 'active', agent: 'ann' }));
        await tx.addConversation(conversationRow('off', { phase: 'ended', endedAt: 5 }));
      });
      const ids = (await read((tx) => tx.queue())).map(({ id }) => id);
      assert.deepEqual(ids, ['back1', 'back2', 'early', 'late']);
      assert.deepEqual(
        (await read((tx) => tx.active())).map(({ id }) => id),
        ['on'],
      );
      assert.deepEqual(
        (await read((tx) => tx.active('ann'))).map(({ id }) => id),
        ['on'],
      );
      assert.deepEqual(await read((tx) => tx.active('bob')), []);
      assert.equal(await read((tx) => tx.endedCount()), 1);
    });

    test('what changed since a revision is found among the given conversations only', async () => {
      await write(async (tx) => {
        for (const [id, rev] of [
          ['c1', 3],
          ['c2', 7],
          ['c3', 9],
        ] as const)
          await tx.addConversation(conversationRow(id, { rev }));
      });
      const changed = await read((tx) => tx.changedSince(['c1', 'c2', 'nowhere'], 3));
      assert.deepEqual(
        changed.map(({ id }) => id),
        ['c2'],
      );
    });

    test('an entry is found again by its sender and client id, each in its own conversation', async () => {
      const entry = messageRow('c1', 1);
      await write((tx) => tx.addEntry(entry));
      assert.deepEqual(await read((tx) => tx.entryByClientId('c1', 'p-c1', 'c1')), entry);
      assert.equal(await read((tx) => tx.entryByClientId('c1', 'other', 'c1')), undefined);
      assert.equal(await read((tx) => tx.entryByClientId('c2', 'p-c1', 'c1')), undefined);
    });

    test('the same client id is stored once for each sender', async () => {
      await write((tx) => tx.addEntry(messageRow('c1', 1, { clientId: 'x' })));
      await assert.rejects(write((tx) => tx.addEntry(messageRow('c1', 2, { clientId: 'x' }))));
      await write((tx) => tx.addEntry(messageRow('c1', 2, { clientId: 'x', sender: 'ann' })));
      await write((tx) => tx.addEntry(messageRow('c2', 1, { clientId: 'x' })));
    });

    test('a place in the log is taken once', async () => {
      await write((tx) => tx.addEntry(messageRow('c1', 1)));
      await assert.rejects(write((tx) => tx.addEntry(messageRow('c1', 1, { clientId: 'other' }))));
    });

    test('pages are in rising order in both directions, and only of what the audience may see', async () => {
      await write(async (tx) => {
        for (let seq = 1; seq <= 6; seq += 1)
          await tx.addEntry(messageRow('c1', seq, { audience: seq === 4 ? 'staff' : 'all' }));
        await tx.addEntry(messageRow('c2', 1));
      });
      const seqs = async (range: Parameters<Tx['entries']>[1]): Promise<number[]> =>
        (await read((tx) => tx.entries('c1', range))).map(({ seq }) => seq);
      assert.deepEqual(await seqs({ after: 0, limit: 3, audiences: ['all'] }), [1, 2, 3]);
      assert.deepEqual(await seqs({ after: 2, limit: 9, audiences: ['all'] }), [3, 5, 6]);
      assert.deepEqual(await seqs({ after: 2, limit: 9, audiences: ['all', 'staff'] }), [3, 4, 5, 6]);
      assert.deepEqual(await seqs({ before: 6, limit: 2, audiences: ['all'] }), [3, 5]);
      assert.equal(await read((tx) => tx.previous('c1', 5, ['all'])), 3);
      assert.equal(await read((tx) => tx.previous('c1', 5, ['all', 'staff'])), 4);
      assert.equal(await read((tx) => tx.previous('c1', 1, ['all'])), 0);
    });

    test('texts of every kind come back unchanged', async () => {
      const texts = [
        '',
        ' ',
        "' or 1=1 --",
        '👩‍👩‍👧‍👦 ﷽ \u202e',
        '\u0001\u007f\ufeff',
        '<b>&amp;</b>',
        '\r\n\t',
        'x'.repeat(4000),
      ];
      await write(async (tx) => {
        for (const [index, text] of texts.entries()) {
          await tx.addEntry(
            messageRow('c1', index + 1, { body: { type: 'message', from: { id: 'p', role: 'visitor' }, text } }),
          );
        }
      });
      const rows = await read((tx) => tx.entries('c1', { after: 0, limit: 99, audiences: ['all'] }));
      assert.deepEqual(
        rows.map(({ body }) => body.type === 'message' && body.text),
        texts,
      );
    });

    test('the newest entry of a type, and how many messages of a sender come after a place', async () => {
      await write(async (tx) => {
        await tx.addEntry(messageRow('c1', 1));
        await tx.addEntry(messageRow('c1', 2));
        await tx.addEntry({
          ...messageRow('c1', 3),
          sender: null,
          clientId: null,
          body: { type: 'status', status: 'queued' },
        });
      });
      assert.equal((await read((tx) => tx.latest('c1', 'message')))?.seq, 2);
      assert.equal(await read((tx) => tx.latest('c1', 'end')), undefined);
      assert.equal(await read((tx) => tx.messagesAfter('c1', 'p-c1', 1)), 1);
      assert.equal(await read((tx) => tx.messagesAfter('c1', 'ann', 0)), 0);
    });

    test('people are kept with their marks, in the order in which they came', async () => {
      const visitor = person('c1');
      const agent = person('c1', { id: 'ann', role: 'agent', name: null, joinedAt: 2000, connected: false });
      await write(async (tx) => {
        await tx.savePerson(agent);
        await tx.savePerson(visitor);
        await tx.savePerson({ ...visitor, delivered: 4, seen: 3, leftAt: 5 });
      });
      assert.deepEqual(await read((tx) => tx.people('c1')), [{ ...visitor, delivered: 4, seen: 3, leftAt: 5 }, agent]);
      assert.deepEqual(await read((tx) => tx.person('c1', 'ann')), agent);
      assert.equal(await read((tx) => tx.person('c2', 'ann')), undefined);
    });

    test('people of several conversations are read at once', async () => {
      const late = person('c1', { id: 'ann', role: 'agent', joinedAt: 2000 });
      await write(async (tx) => {
        for (const row of [late, person('c1'), person('c2'), person('c3')]) await tx.savePerson(row);
      });
      assert.deepEqual(
        [...(await read((tx) => tx.peopleOf(['c2', 'none', 'c1'])))],
        [
          ['c2', [person('c2')]],
          ['none', []],
          ['c1', [person('c1'), late]],
        ],
      );
      assert.equal((await read((tx) => tx.peopleOf([]))).size, 0);
    });

    test('who waits is counted, and those who run of a visitor and from an address', async () => {
      await write(async (tx) => {
        await tx.addConversation(conversationRow('c1', { queuedAt: 1 }));
        await tx.addConversation(conversationRow('c2', { queuedAt: 2, visitor: 'v2', offerAgent: 'ann' }));
        await tx.addConversation(conversationRow('c3', { queuedAt: 3, addressHash: 'a2' }));
        await tx.addConversation(conversationRow('c4', { phase: 'active', agent: 'ann', queuedAt: null }));
        await tx.addConversation(conversationRow('c5', { phase: 'ended', endedAt: 9, queuedAt: null }));
      });
      const ids = (rows: readonly ConversationRow[]): string[] => rows.map(({ id }) => id);
      assert.deepEqual(ids(await read((tx) => tx.queue(2))), ['c1', 'c2']);
      assert.deepEqual(ids(await read((tx) => tx.offered('ann'))), ['c2']);
      assert.equal(await read((tx) => tx.waiting()), 3);
      assert.equal(await read((tx) => tx.waiting({ except: 'c1' })), 2);
      assert.equal(await read((tx) => tx.waiting({ queue: 'sales', except: 'c1' })), 2);
      assert.equal(await read((tx) => tx.waiting({ queue: 'main' })), 0);
      assert.equal(await read((tx) => tx.running('visitor', 'v1')), 3);
      assert.equal(await read((tx) => tx.running('address', 'a1')), 3);
      assert.equal(await read((tx) => tx.running('address', 'nowhere')), 0);
    });

    test('which conversations a supervisor is in: running ones of others, silently or not', async () => {
      await write(async (tx) => {
        for (const [id, more] of [
          ['silent', { phase: 'active', agent: 'ann' }],
          ['speaking', { phase: 'active', agent: 'ann' }],
          ['own', { phase: 'active', agent: 'boss' }],
          ['over', { phase: 'ended', agent: 'ann', endedAt: 5 }],
          ['left', { phase: 'active', agent: 'ann' }],
        ] as const)
          await tx.addConversation(conversationRow(id, more));
        const boss = { id: 'boss', role: 'supervisor' } as const;
        await tx.savePerson(person('silent', { ...boss, silentSince: 5, known: false, leftAt: 5 }));
        for (const id of ['speaking', 'own', 'over']) await tx.savePerson(person(id, boss));
        await tx.savePerson(person('left', { ...boss, leftAt: 9 }));
        await tx.savePerson(person('silent', { id: 'ann', role: 'agent' }));
      });
      const ids = (await read((tx) => tx.attended('boss'))).map(({ id }) => id);
      assert.deepEqual(ids.sort(), ['silent', 'speaking']);
      assert.deepEqual(await read((tx) => tx.attended('ann')), []);
      assert.deepEqual(await read((tx) => tx.attending()), ['boss']);
    });

    test('credentials are found by hash, prolonged, trimmed to the newest and purged when they expire', async () => {
      await write(async (tx) => {
        for (let at = 1; at <= 4; at += 1)
          await tx.addCredential({ hash: `h${at}`, conversation: 'c1', createdAt: at, expiresAt: 100 });
        await tx.addCredential({ hash: 'other', conversation: 'c2', createdAt: 0, expiresAt: 10 });
        await tx.trimCredentials('c1', 2);
        await tx.saveCredential({ hash: 'h4', conversation: 'c1', createdAt: 4, expiresAt: 500 });
      });
      assert.equal(await read((tx) => tx.credential('h2')), undefined);
      assert.equal((await read((tx) => tx.credential('h4')))?.expiresAt, 500);
      await write((tx) => tx.purgeExpired(100));
      assert.equal(await read((tx) => tx.credential('h3')), undefined);
      assert.equal(await read((tx) => tx.credential('other')), undefined);
      assert.equal((await read((tx) => tx.credential('h4')))?.conversation, 'c1');
    });

    test('a credential that is in use is not trimmed, and older ones of a conversation can be made to expire sooner', async () => {
      await write(async (tx) => {
        for (let at = 1; at <= 4; at += 1)
          await tx.addCredential({ hash: `h${at}`, conversation: 'c1', createdAt: at, expiresAt: at === 2 ? 20 : 100 });
        await tx.addCredential({ hash: 'other', conversation: 'c2', createdAt: 1, expiresAt: 100 });
        await tx.shortenCredentials('c1', 3, 50);
      });
      const expiries = await read(async (tx) => {
        const rows = [];
        for (const hash of ['h1', 'h2', 'h3', 'h4', 'other']) rows.push(await tx.credential(hash));
        return rows.map((row) => row?.expiresAt);
      });
      assert.deepEqual(expiries, [50, 20, 50, 100, 100]);
      await write((tx) => tx.trimCredentials('c1', 1, 'h1'));
      assert.equal(await read((tx) => tx.credential('h3')), undefined);
      assert.equal((await read((tx) => tx.credential('h1')))?.hash, 'h1');
      assert.equal((await read((tx) => tx.credential('h4')))?.hash, 'h4');
    });

    test('a file comes back as it was written, by its id and by the id that its uploader chose', async () => {
      await write((tx) => tx.addFile(fileRow('f1')));
      const changed = fileRow('f1', { received: 100, type: 'image/png', state: 'ready', entry: 3, touchedAt: 2000 });
      await write((tx) => tx.saveFile(changed));
      assert.deepEqual(await read((tx) => tx.file('f1')), changed);
      assert.deepEqual(await read((tx) => tx.fileByClientId('c1', 'p-c1', 'client-f1')), changed);
      assert.equal(await read((tx) => tx.fileByClientId('c1', 'ann', 'client-f1')), undefined);
      await assert.rejects(write((tx) => tx.addFile(fileRow('f2', { clientId: 'client-f1' }))));
      await write((tx) => tx.dropFile('f1'));
      assert.equal(await read((tx) => tx.file('f1')), undefined);
    });

    test('what files take up is counted for each uploader and each address, without the refused ones', async () => {
      await write(async (tx) => {
        await tx.addFile(fileRow('f1', { entry: 1 }));
        await tx.addFile(fileRow('f2', { size: 50 }));
        await tx.addFile(fileRow('f3', { size: 7, state: 'refused' }));
        await tx.addFile(fileRow('f4', { uploader: 'ann', addressHash: null, size: 1 }));
        await tx.addFile(fileRow('f5', { conversation: 'c2', createdAt: 500 }));
      });
      assert.deepEqual(await read((tx) => tx.fileUse('c1', 'p-c1')), { count: 2, bytes: 150, unsent: 1 });
      assert.deepEqual(await read((tx) => tx.fileUse('c1', 'nobody')), { count: 0, bytes: 0, unsent: 0 });
      assert.equal(await read((tx) => tx.addressUse('a1', 0)), 250);
      assert.equal(await read((tx) => tx.addressUse('a1', 500)), 150);
    });

    test('files that were never sent are stale after a time, or some time after the end', async () => {
      await write(async (tx) => {
        await tx.addConversation(conversationRow('c1'));
        await tx.addConversation(conversationRow('over', { phase: 'ended', endedAt: 50 }));
        await tx.addFile(fileRow('old', { touchedAt: 10 }));
        await tx.addFile(fileRow('sent', { touchedAt: 10, entry: 2 }));
        await tx.addFile(fileRow('new', { touchedAt: 100 }));
        await tx.addFile(fileRow('late', { conversation: 'over', touchedAt: 100 }));
      });
      assert.deepEqual((await read((tx) => tx.staleFiles(60, 9))).sort(), ['late', 'old']);
      assert.equal((await read((tx) => tx.staleFiles(60, 1))).length, 1);
      assert.deepEqual(await read((tx) => tx.staleFiles(10, 9)), []);
    });

    test('which bytes are wanted: those of files that are there and were not refused', async () => {
      await write(async (tx) => {
        await tx.addFile(fileRow('f1'));
        await tx.addFile(fileRow('f2', { state: 'refused', code: 'type-mismatch' }));
      });
      assert.deepEqual([...(await read((tx) => tx.filesWithBytes(['f1', 'f2', 'f3'])))], ['f1']);
    });

    test('accounts are found by id and by name, and a name is had once', async () => {
      await write((tx) => tx.saveAgent(agentRow('ann')));
      await write((tx) => tx.saveAgent(agentRow('ann', { presence: 'away', disabled: true })));
      assert.deepEqual(await read((tx) => tx.agents()), [agentRow('ann', { presence: 'away', disabled: true })]);
      assert.equal((await read((tx) => tx.agentByName('name of ann')))?.id, 'ann');
      assert.equal((await read((tx) => tx.agent('ann')))?.disabled, true);
      assert.equal(await read((tx) => tx.agent('bob')), undefined);
      await assert.rejects(write((tx) => tx.saveAgent(agentRow('bob', { name: 'name of ann' }))));
    });

    test('sessions end one by one, or all of an agent at once', async () => {
      await write(async (tx) => {
        for (const hash of ['s1', 's2', 's3'])
          await tx.saveSession({ hash, agent: hash === 's3' ? 'bob' : 'ann', createdAt: 0, expiresAt: 9 });
        await tx.dropSession('s1');
      });
      assert.equal(await read((tx) => tx.session('s1')), undefined);
      assert.equal((await read((tx) => tx.session('s2')))?.agent, 'ann');
      await write((tx) => tx.dropSessionsOf('ann'));
      assert.equal(await read((tx) => tx.session('s2')), undefined);
      assert.equal((await read((tx) => tx.session('s3')))?.agent, 'bob');
    });

    test('a block holds until its time', async () => {
      await write((tx) => tx.addBlock('address', 'a1', 100));
      assert.equal(await read((tx) => tx.blockedUntil('address', 'a1', 99)), 100);
      assert.equal(await read((tx) => tx.blockedUntil('address', 'a1', 100)), undefined);
      assert.equal(await read((tx) => tx.blockedUntil('visitor', 'a1', 0)), undefined);
    });

    test('the newest waits are given, and no older than asked', async () => {
      await write(async (tx) => {
        for (const at of [10, 20, 30]) await tx.addWait('main', at, 2, at * 100);
        await tx.addWait('sales', 40, 1, 1);
      });
      assert.deepEqual(await read((tx) => tx.waits('main', 20, 9)), [
        { position: 2, wait: 3000 },
        { position: 2, wait: 2000 },
      ]);
      assert.deepEqual(await read((tx) => tx.waits('main', 0, 1)), [{ position: 2, wait: 3000 }]);
    });

    test('a message that was left is kept once, shown until somebody has seen to it, and purged by age', async () => {
      const row = (id: string, at: number): LeftMessageRow => ({
        id,
        at,
        channel: 'shop',
        queue: 'main',
        customer: null,
        name: 'Bo',
        email: 'bo@example.org',
        text: `text of ${id}`,
        context: {},
        language: 'en',
        handledAt: null,
        handledBy: null,
      });
      assert.equal(await write((tx) => tx.addLeftMessage(row('m2', 20))), 20);
      assert.equal(await write((tx) => tx.addLeftMessage({ ...row('m2', 99), text: 'other' })), 20);
      await write((tx) => tx.addLeftMessage(row('m1', 10)));
      assert.deepEqual(await read((tx) => tx.leftMessages(9)), [row('m1', 10), row('m2', 20)]);
      assert.deepEqual(await read((tx) => tx.leftMessages(1)), [row('m1', 10)]);
      const seen = { ...row('m1', 10), handledAt: 30, handledBy: 'ann' };
      await write((tx) => tx.saveLeftMessage(seen));
      assert.deepEqual(await read((tx) => tx.leftMessage('m1')), seen);
      assert.deepEqual(await read((tx) => tx.leftMessages(9)), [row('m2', 20)]);
      await write((tx) => tx.purgeLeftMessages(20));
      assert.equal(await read((tx) => tx.leftMessage('m1')), undefined);
      assert.ok(await read((tx) => tx.leftMessage('m2')));
    });

    test('what has to be told to others is given by when it is due, changed, and dropped', async () => {
      const row = (id: string, dueAt: number): OutgoingRow => ({
        id,
        kind: 'webhook',
        receiver: 'https://shop.example/hook',
        body: { a: [1] },
        dueAt,
        tries: 0,
      });
      await write(async (tx) => {
        await tx.addOutgoing(row('o2', 20));
        await tx.addOutgoing(row('o1', 10));
      });
      assert.deepEqual(await read((tx) => tx.outgoing(9)), [row('o1', 10), row('o2', 20)]);
      await write((tx) => tx.saveOutgoing({ ...row('o1', 30), tries: 1 }));
      assert.deepEqual(await read((tx) => tx.outgoing(1)), [row('o2', 20)]);
      await write((tx) => tx.dropOutgoing('o2'));
      assert.deepEqual(await read((tx) => tx.outgoing(9)), [{ ...row('o1', 30), tries: 1 }]);
    });

    test('purging removes what ended before a time with all that belongs to it, and nothing else', async () => {
      await write(async (tx) => {
        for (const [id, more] of [
          ['old', { phase: 'ended', endedAt: 10 }],
          ['older', { phase: 'ended', endedAt: 5 }],
          ['new', { phase: 'ended', endedAt: 50 }],
          ['on', { phase: 'active' }],
        ] as const) {
          await tx.addConversation(conversationRow(id, more));
          await tx.addEntry(messageRow(id, 1));
          await tx.savePerson(person(id));
          await tx.addFile(fileRow(`f-${id}`, { conversation: id, entry: 1 }));
          await tx.addCredential({ hash: `h-${id}`, conversation: id, createdAt: 0, expiresAt: 1e9 });
        }
      });
      assert.deepEqual(await write((tx) => tx.purgeEnded(50, 1)), ['older']);
      assert.deepEqual(await write((tx) => tx.purgeEnded(50, 9)), ['old']);
      for (const id of ['old', 'older']) {
        assert.equal(await read((tx) => tx.conversation(id)), undefined);
        assert.deepEqual(await read((tx) => tx.entries(id, { after: 0, limit: 9, audiences: ['all'] })), []);
        assert.deepEqual(await read((tx) => tx.people(id)), []);
        assert.equal(await read((tx) => tx.credential(`h-${id}`)), undefined);
        assert.equal(await read((tx) => tx.file(`f-${id}`)), undefined);
      }
      for (const id of ['new', 'on']) assert.equal((await read((tx) => tx.people(id))).length, 1);
    });

    test('settings are kept', async () => {
      await write((tx) => tx.saveSetting('secret', 'one'));
      await write((tx) => tx.saveSetting('secret', 'two'));
      assert.equal(await read((tx) => tx.setting('secret')), 'two');
      assert.equal(await read((tx) => tx.setting('other')), undefined);
    });

    test('it says that it is well, and after closing that it is not', async () => {
      await store.check();
      await store.close();
      await assert.rejects(store.check(), { name: 'StoreUnavailable' });
    });
  });
}
