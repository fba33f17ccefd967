/**
 * Files. Their bytes come over HTTP, in pieces, and can be taken up again after any break: what counts is what was on disk
 * when it was acknowledged. A file becomes part of the conversation with the message that carries it.
 */
import type { Readable } from 'node:stream';
import type {
  WireCode,
  WireFileInfo,
  WireFileState,
  WireFileTicket,
  WireNewFile,
} from '../../../src/protocol/index.js';
import type { Blobs, ByteRange } from '../files/blobs.js';
import { cleanName, nameFor } from '../files/names.js';
import { agreed, sniff } from '../files/sniff.js';
import { claimOf } from '../files/types.js';
import type { FileRow, Tx } from '../store/port.js';
import { admit, type Proof } from './access.js';
import { ChatFault } from './fault.js';
import { keyedHash } from './hash.js';
import type { Parts } from './parts.js';
import { isPresent } from './people.js';
import type { FileSettings } from './settings.js';
import { Turns } from './turns.js';

/** Who uploads, and to where. */
export interface Uploader {
  readonly conversation: string;
  readonly proof: Proof;
  /** Where a visitor's request comes from; counted, never kept as it is. */
  readonly address: string | undefined;
}

/** A piece of a file as it comes. */
export interface Piece {
  readonly start: number;
  readonly length: number;
  readonly total: number | undefined;
  readonly source: AsyncIterable<Uint8Array>;
  /** Breaks the source off. */
  stop(): void;
}

/** A file to be given out. */
export interface Download {
  readonly info: WireFileInfo;
  read(range?: ByteRange): Readable;
}

const DAY = 86_400_000;

/** See the module. */
export class FileSide {
  /** One thing at a time happens to a file; who comes later breaks off a piece that is still on its way. */
  readonly #turns = new Turns();

  constructor(
    private readonly parts: Parts,
    private readonly blobs: Blobs,
    private readonly settings: FileSettings,
    private readonly secret: string,
  ) {}

  /** Announces a file, or finds it again with what is on disk of it. */
  async create(who: Uploader, frame: WireNewFile): Promise<WireFileState> {
    const row = await this.parts.store.transact(async (tx) => {
      const { row: about, viewer } = await this.#admit(tx, who);
      const known = await tx.fileByClientId(about.id, viewer.person, frame.id);
      if (known) {
        if (known.size !== frame.size) throw new ChatFault('bad-request', 'another file has this id', { field: 'id' });
        return known;
      }
      if (about.phase === 'ended') throw new ChatFault('ended', 'the conversation is over');
      // Supervisors are admitted to all conversations; sending is for who speaks in it.
      const speaks = about.agent === viewer.person || isPresent(await tx.person(about.id, viewer.person));
      if (viewer.side === 'staff' && !speaks) throw new ChatFault('not-allowed', 'join the conversation first');
      const addressHash = who.address === undefined ? null : keyedHash(this.secret, who.address);
      this.#acceptable(frame);
      await this.#withinQuota(tx, { conversation: about.id, uploader: viewer.person, addressHash, size: frame.size });
      const now = this.parts.clock.now();
      const fresh: FileRow = {
        id: this.parts.random.id(),
        conversation: about.id,
        uploader: viewer.person,
        clientId: frame.id,
        addressHash,
        name: cleanName(frame.name),
        claimed: claimOf(frame.type, frame.name) ?? null,
        size: frame.size,
        received: 0,
        type: null,
        state: 'uploading',
        code: null,
        entry: null,
        createdAt: now,
        touchedAt: now,
      };
      await tx.addFile(fresh);
      return fresh;
    });
    // A piece that is still on its way, from a connection that is most likely dead, would make the offset a guess.
    return this.#turns.take(row.id, async () => {
      const now = await this.parts.store.read((tx) => tx.file(row.id));
      if (!now) throw unknownFile();
      return stateOf(now);
    });
  }

  /** Takes a piece. It must begin where the file ends; of one that breaks off, what came is kept. */
  async write(who: Uploader, file: string, piece: Piece): Promise<WireFileState> {
    await this.#own(who, file);
    return this.#turns.take(
      file,
      async () => {
        const row = await this.#own(who, file);
        if (row.state !== 'uploading') return stateOf(row);
        if (piece.total !== undefined && piece.total !== row.size)
          throw new ChatFault('bad-request', 'the file was announced with another size', { field: 'content-range' });
        const onDisk = Math.min(row.received, await this.blobs.size(file));
        if (piece.start !== onDisk)
          throw new ChatFault('offset-mismatch', 'the file does not end there', { offset: onDisk });
        if (piece.start + piece.length > row.size)
          throw new ChatFault('bad-request', 'more than was announced', { field: 'content-range' });
        const { bytes, excess } = await this.blobs.write(file, piece.start, piece.source, piece.length);
        await this.#change(file, (now) => ({ ...now, received: piece.start + bytes }));
        if (excess) throw new ChatFault('bad-request', 'more bytes than the range has', { field: 'content-range' });
        return { file, offset: piece.start + bytes, size: row.size };
      },
      piece.stop,
    );
  }

  /** Ends an upload: the content is looked at, and the file can be sent or is refused. Again: the same answer. */
  async complete(who: Uploader, file: string): Promise<WireFileState> {
    await this.#own(who, file);
    return this.#turns.take(file, async () => {
      const row = await this.#own(who, file);
      if (row.state !== 'uploading') return stateOf(row);
      const onDisk = Math.min(row.received, await this.blobs.size(file));
      if (onDisk !== row.size) throw new ChatFault('incomplete', 'bytes are missing', { offset: onDisk });
      const verdict = await this.#judge(row);
      const judged = await this.#change(file, (now) => ({ ...now, ...verdict }));
      if (verdict.state === 'refused') await this.blobs.remove(file);
      return stateOf(judged);
    });
  }

  /** Takes an upload back. One that a message carries stays. */
  async remove(who: Uploader, file: string): Promise<null> {
    await this.#turns.take(file, async () => {
      const gone = await this.parts.store.transact(async (tx) => {
        const { viewer } = await this.#admit(tx, who);
        const row = await tx.file(file);
        // What is not there any more is what was wanted.
        if (!row || row.conversation !== who.conversation || row.uploader !== viewer.person) return false;
        if (row.entry !== null) throw new ChatFault('not-allowed', 'the file was sent');
        await tx.dropFile(file);
        return true;
      });
      if (gone) await this.blobs.remove(file);
    });
    return null;
  }

  /** A file for somebody in the conversation: one that was sent, or one's own. */
  async open(conversation: string, proof: Proof, file: string): Promise<Download> {
    const row = await this.parts.store.read(async (tx) => {
      const { viewer } = await this.#admit(tx, { conversation, proof });
      const found = await tx.file(file);
      const visible =
        found?.conversation === conversation && (found.entry !== null || found.uploader === viewer.person);
      return visible ? found : undefined;
    });
    return this.#download(row);
  }

  /** Makes an address from which one file can be had for some minutes, by whatever can't send a header. */
  async ticket(conversation: string, proof: Proof, file: string): Promise<WireFileTicket> {
    await this.open(conversation, proof, file);
    const expiresAt = this.parts.clock.now() + this.settings.ticketMs;
    return { path: `${file}.${expiresAt.toString(36)}.${this.#seal(file, expiresAt)}`, expiresAt };
  }

  /** A file for whoever has a ticket. */
  async redeem(ticket: string): Promise<Download> {
    const [file = '', until = '', seal = ''] = ticket.split('.');
    const expiresAt = Number.parseInt(until, 36);
    const genuine = keyedHash(this.secret, seal) === keyedHash(this.secret, this.#seal(file, expiresAt));
    if (!genuine || expiresAt <= this.parts.clock.now()) throw unknownFile();
    return this.#download(await this.parts.store.read((tx) => tx.file(file)));
  }

  /** Removes what was never sent, and bytes that nobody knows of. Returns how many files that were. */
  async sweep(): Promise<number> {
    const before = this.parts.clock.now() - this.settings.orphanMs;
    let swept = 0;
    for (;;) {
      const ids = await this.parts.store.transact(async (tx) => {
        const stale = await tx.staleFiles(before, BATCH);
        for (const id of stale) await tx.dropFile(id);
        return stale;
      });
      swept += ids.length;
      if (ids.length < BATCH) break;
    }
    // Also what a crash between the row and the bytes left, and the files of conversations that were purged.
    const kept = await this.blobs.list();
    for (let from = 0; from < kept.length; from += BATCH) {
      const some = kept.slice(from, from + BATCH);
      const wanted = await this.parts.store.read((tx) => tx.filesWithBytes(some));
      for (const id of some) if (!wanted.has(id)) await this.blobs.remove(id);
    }
    return swept;
  }

  /** Starts the hourly sweep; it first runs at once. */
  start(): void {
    const { alarms, clock, log } = this.parts;
    const job = async (): Promise<void> => {
      const files = await this.sweep();
      if (files > 0) log('info', 'swept', { files });
      alarms.set('files', clock.now() + HOUR, job);
    };
    alarms.set('files', clock.now(), job);
  }

  async #judge(row: FileRow): Promise<Pick<FileRow, 'state' | 'type' | 'code' | 'name'>> {
    const found = await sniff(() => this.blobs.read(row.id));
    const type = agreed(found, row.claimed, row.name);
    const code: WireCode | null = type === undefined ? 'type-mismatch' : this.#taken(type) ? null : 'type-not-allowed';
    if (type === undefined || code !== null) return { state: 'refused', type: null, code, name: row.name };
    return { state: 'ready', type, code: null, name: nameFor(row.name, type) };
  }

  #acceptable(frame: WireNewFile): void {
    if (frame.size === 0) throw new ChatFault('empty', 'the file has no bytes', { field: 'size' });
    if (frame.size > this.settings.maxSize)
      throw new ChatFault('too-large', `at most ${this.settings.maxSize} bytes`, { field: 'size' });
    const claimed = claimOf(frame.type, frame.name);
    if (claimed !== undefined && !this.#taken(claimed))
      throw new ChatFault('type-not-allowed', 'files of this type are not taken', { field: 'type' });
  }

  async #withinQuota(
    tx: Tx,
    { conversation, uploader, addressHash, size }: Pick<FileRow, 'conversation' | 'uploader' | 'addressHash' | 'size'>,
  ): Promise<void> {
    const { perConversation, perAddressDay, maxUnsent } = this.settings;
    const use = await tx.fileUse(conversation, uploader);
    if (use.unsent >= maxUnsent) throw new ChatFault('too-many', 'send or remove the other files first');
    if (use.count >= perConversation.files) throw new ChatFault('too-many', 'the conversation has too many files');
    if (use.bytes + size > perConversation.bytes)
      throw new ChatFault('quota-exceeded', 'the files of the conversation are too large together');
    if (addressHash === null) return;
    const today = await tx.addressUse(addressHash, this.parts.clock.now() - DAY);
    if (today + size > perAddressDay) throw new ChatFault('quota-exceeded', 'too many bytes from this address today');
  }

  #taken(type: string): boolean {
    return this.settings.types.includes(type);
  }

  #admit(tx: Tx, { conversation, proof }: Pick<Uploader, 'conversation' | 'proof'>): ReturnType<typeof admit> {
    const { clock, presence } = this.parts;
    return admit(tx, conversation, proof, { now: clock.now(), presence });
  }

  /** The uploader's own file. */
  async #own(who: Uploader, file: string): Promise<FileRow> {
    return this.parts.store.read(async (tx) => {
      const { viewer } = await this.#admit(tx, who);
      const row = await tx.file(file);
      if (!row || row.conversation !== who.conversation || row.uploader !== viewer.person) throw unknownFile();
      return row;
    });
  }

  async #change(file: string, change: (row: FileRow) => FileRow): Promise<FileRow> {
    return this.parts.store.transact(async (tx) => {
      const row = await tx.file(file);
      // Taken back meanwhile, or swept.
      if (!row) throw unknownFile();
      const after = { ...change(row), touchedAt: this.parts.clock.now() };
      await tx.saveFile(after);
      return after;
    });
  }

  #download(row: FileRow | undefined): Download {
    if (row?.state !== 'ready') throw unknownFile();
    return { info: infoOf(row), read: (range) => this.blobs.read(row.id, range) };
  }

  #seal(file: string, expiresAt: number): string {
    return keyedHash(this.secret, `ticket ${file} ${expiresAt}`);
  }
}

const HOUR = 3_600_000;

/** How many files one transaction removes. */
const BATCH = 200;

/** What everybody in the conversation learns of a complete file. */
export function infoOf({ id, name, type, size }: FileRow): WireFileInfo {
  return { id, name, type: type ?? '', size };
}

function stateOf(row: FileRow): WireFileState {
  if (row.state === 'refused') throw new ChatFault((row.code ?? 'internal') as WireCode, 'the file was refused');
  const { id: file, size, received } = row;
  return row.state === 'ready' ? { file, offset: size, size, info: infoOf(row) } : { file, offset: received, size };
}

function unknownFile(): ChatFault {
  return new ChatFault('unknown-file', 'there is no such file');
}
