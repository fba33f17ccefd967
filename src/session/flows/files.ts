import { ChatError, type ChatErrorCode } from '../model/errors.js';
import type { ConversationKey, FileInfo, FileLimits, FilesView, Upload } from '../model/types.js';
import type { Store } from '../ports.js';
import type { OutItem } from '../transport.js';
import type { Cargo, Load } from './cargo.js';
import { at, type Core } from './core.js';
import { deferred, type Deferred } from './deferred.js';
import { fault, faultError, type NamedBlob } from './file-checks.js';
import { accessOf, bring, toFileCode, type Wire } from './uploading.js';

/** What the other parts know and do for files. */
export type FilePeers = Omit<Wire, 'core'> & {
  /** Puts a message into the outbox. */
  submit(key: ConversationKey, item: OutItem): Promise<{ readonly settled: Promise<void> }>;
  /** Puts a text that can't be sent as it was back to where it was typed. */
  giveBack(text: string): Promise<void>;
  /** A picture was sent from here: nobody has to fetch it. */
  known(info: FileInfo, body: Blob): void;
};

/** What is kept of a message whose files are not on the server yet, and of files that wait for a message. */
type Row = {
  /** The message; left out: the files lie in the tray. */
  readonly id?: string | undefined;
  readonly key?: ConversationKey | undefined;
  readonly text: string;
  readonly createdAt: number;
  readonly files: readonly FileInfo[];
};

type Task = {
  upload: Upload;
  body: Blob | undefined;
  /** Whether its bytes outlive the page; settles when they are written, or can't be. */
  kept?: Promise<boolean> | undefined;
  /** The conversation that it was brought to. */
  key?: ConversationKey | undefined;
  abort?: AbortController | undefined;
  done?: Deferred<FileInfo> | undefined;
  info?: FileInfo | undefined;
};

type Message = {
  readonly key: ConversationKey;
  readonly id: string;
  readonly text: string;
  readonly createdAt: number;
  readonly tasks: readonly Task[];
  readonly settled: Deferred<void>;
  readonly name: string;
};

const PREFIX = 'files/';
const TRAY = '+';

/**
 * Files on their way into messages. They are uploaded from the tray as soon as there is a conversation; a message that is
 * sent meanwhile shows at once, and goes into the outbox when the last of its files is on the server. So a dead upload
 * holds up its own message and no other. Messages and bytes are kept in the store until then: the next page goes on.
 */
export class Files implements Cargo {
  #core: Core;
  #peers: FilePeers;
  #wire: Wire;
  #tray: Task[] = [];
  /** Out of the tray, in a message that is not kept yet: until then they are kept as files of the tray. */
  #leaving: readonly Task[] = [];
  #restoring: Promise<void> | undefined;
  /** The tray as it was written last. */
  #written = '';
  #messages = new Map<string, Message>();

  constructor(core: Core, peers: FilePeers) {
    this.#core = core;
    this.#peers = peers;
    this.#wire = { core, files: peers.files, credential: peers.credential };
    const undo = core.subscribe(() => this.#follow());
    core.onRelease(() => {
      undo();
      // Their messages are not settled: they are kept and sent next time.
      for (const task of this.#all()) task.abort?.abort();
    });
  }

  #all(): readonly Task[] {
    return [...this.#tray, ...[...this.#messages.values()].flatMap(({ tasks }) => tasks)];
  }

  #limits(): FileLimits {
    const { files } = this.#core.state.capabilities;
    if (!files) throw new ChatError('unsupported', 'this transport does not take files');
    return files;
  }

  // The tray

  /** Puts files into the tray. Those that the server would not take show as failed, with the reason. */
  add(files: readonly NamedBlob[]): void {
    const limits = this.#limits();
    let count = this.#tray.filter(({ upload }) => upload.status !== 'failed').length;
    for (const file of files) {
      const code = fault(file, limits, count);
      if (!code) count++;
      this.#tray.push(this.#task(file, code));
    }
    this.#show();
    this.#go();
  }

  /** Files for one message, without the tray. @throws ChatError with the first reason against one of them */
  loadOf(files: readonly NamedBlob[]): Load & { readonly infos: () => readonly FileInfo[] } {
    const limits = this.#limits();
    const tasks = files.map((file, before) => {
      const task = this.#task(file);
      const code = fault(file, limits, before);
      if (code) throw faultError(code, task.upload, limits);
      return task;
    });
    return { ...this.#load(tasks), infos: () => tasks.flatMap(({ info }) => info ?? []) };
  }

  /** See {@link Cargo}. */
  load(): Load | undefined {
    const tasks = this.#tray.filter(({ upload }) => upload.status !== 'failed');
    if (tasks.length === 0) return undefined;
    this.#tray = this.#tray.filter((task) => !tasks.includes(task));
    this.#leaving = [...this.#leaving, ...tasks];
    this.#show();
    return this.#load(tasks);
  }

  #load(tasks: readonly Task[]): Load {
    return {
      submit: (key, id, text) => this.#submit(key, id, text, tasks),
      back: () => {
        this.#tray.unshift(...tasks);
        this.#left(tasks);
      },
    };
  }

  #left(tasks: readonly Task[]): void {
    this.#leaving = this.#leaving.filter((task) => !tasks.includes(task));
    this.#show();
  }

  /** Takes a file out of the tray. */
  remove(id: string): void {
    const task = this.#tray.find(({ upload }) => upload.id === id);
    if (!task) return;
    this.#tray = this.#tray.filter((other) => other !== task);
    this.#drop(task);
    this.#show();
  }

  /** Tries a file of the tray again. */
  again(id: string): void {
    const task = this.#tray.find(({ upload }) => upload.id === id);
    if (task?.body && task.upload.status === 'failed') this.#change(task, { status: 'waiting', error: undefined });
    this.#go();
  }

  #task(file: NamedBlob, error?: ChatErrorCode): Task {
    const { name = '', size, type } = file;
    const status = error ? 'failed' : 'waiting';
    const id = this.#core.ports.random.id();
    const task: Task = {
      upload: Object.freeze({ id, name: name || 'file', size, type, sent: 0, status, error }),
      body: file,
    };
    if (!error) task.kept = this.#keep(task);
    return task;
  }

  /** Everything that can be brought to the server now goes there. */
  #go(): void {
    const { current } = this.#core.state;
    const phase = current === undefined ? undefined : at(this.#core, current)?.phase;
    if (current === undefined || !phase || phase === 'idle' || phase === 'ended') return;
    for (const task of this.#tray) if (task.upload.status === 'waiting') void this.#bring(task, current);
  }

  /** Brings a file to a conversation; resolves with what the server made of it. */
  #bring(task: Task, key: ConversationKey): Promise<FileInfo> {
    // What was brought to another conversation is of no use in this one.
    if (task.done && task.key === key) return task.done.promise;
    task.abort?.abort();
    const abort = new AbortController();
    const done = deferred<FileInfo>();
    // In the tray nobody waits for it: how it went shows in the state.
    done.promise.catch(() => undefined);
    Object.assign(task, { key, abort, done, info: undefined });
    this.#change(task, { status: 'uploading', error: undefined, sent: 0 });
    this.#run(task, key, abort.signal).then(done.resolve, (error: unknown) => {
      if (task.done === done) task.done = undefined;
      const code = toFileCode(error);
      if (!abort.signal.aborted) this.#change(task, { status: 'failed', error: code });
      done.reject(new ChatError(code, `“${task.upload.name}” could not be sent (${code})`, { cause: error }));
    });
    return done.promise;
  }

  async #run(task: Task, key: ConversationKey, signal: AbortSignal): Promise<FileInfo> {
    const { body, upload } = task;
    if (!body) throw new ChatError('unreadable', 'the file is not here any more');
    const progress = (sent: number): void => {
      if (!signal.aborted) this.#change(task, { sent });
    };
    const info = await bring(this.#wire, key, { id: upload.id, name: upload.name, body }, progress, signal);
    signal.throwIfAborted();
    task.info = info;
    this.#peers.known(info, body);
    this.#change(task, { status: 'ready', name: info.name, type: info.type, sent: upload.size });
    return info;
  }

  #drop(task: Task): void {
    task.abort?.abort();
    void this.#forget(task);
    const access = task.key === undefined ? undefined : accessOf(this.#wire, task.key);
    if (!access || !task.body) return;
    const { upload, body } = task;
    // Should it not arrive, the server removes what is never sent.
    this.#peers
      .files()
      .then((files) => files.discard({ ...access, id: upload.id, name: upload.name, body }, this.#core.signal))
      .catch(() => undefined);
  }

  #change(task: Task, change: Partial<Upload>): void {
    task.upload = Object.freeze({ ...task.upload, ...change });
    this.#show();
  }

  // Messages

  /** Shows a message and brings its files to the server; then it goes into the outbox. Resolves when it is kept here. */
  async #submit(
    key: ConversationKey,
    id: string,
    text: string,
    tasks: readonly Task[],
    createdAt = this.#core.ports.clock.now(),
    name = `${this.#prefix}${id}`,
  ): Promise<{ readonly settled: Promise<void> }> {
    const message: Message = { key, id, text, createdAt, tasks, settled: deferred(), name };
    message.settled.promise.catch(() => undefined);
    this.#messages.set(id, message);
    for (const task of tasks) task.upload = Object.freeze({ ...task.upload, message: id });
    this.#show();
    // "Waiting to be sent" is a promise to keep it over a reload: of a text without the bytes of its files it would be none.
    const written = await Promise.all([
      this.#write(message.name, { id, key, text, createdAt, files: filesOf(tasks) }),
      ...tasks.map(({ kept }) => kept),
    ]);
    const durable = written.every(Boolean);
    this.#left(tasks);
    if (durable) this.#core.ports.marker.set();
    const status = durable ? 'queued' : 'held';
    this.#core.apply({
      type: 'submit',
      key,
      pending: { clientId: id, text, createdAt, status, files: filesOf(tasks) },
    });
    void this.#carry(message);
    return { settled: message.settled.promise };
  }

  async #carry(message: Message): Promise<void> {
    const { key, id, text, tasks, settled } = message;
    try {
      const files = await Promise.all(tasks.map((task) => this.#bring(task, key)));
      if (!this.#messages.has(id)) return;
      const taken = await this.#peers.submit(key, { id, type: 'message', text, files });
      this.#messages.delete(id);
      this.#show();
      void this.#clear(message.name, tasks);
      taken.settled.then(settled.resolve, settled.reject);
    } catch (error) {
      if (!this.#messages.has(id) || this.#core.signal.aborted) return;
      const code = toFileCode(error);
      this.#core.apply({ type: 'pending', key, clientId: id, status: 'failed', error: code });
      settled.reject(error);
    }
  }

  /** Whether a waiting message is here; if it failed, its files are tried again. */
  retry(id: string): boolean {
    const message = this.#messages.get(id);
    if (!message) return false;
    this.#core.apply({ type: 'pending', key: message.key, clientId: id, status: 'queued' });
    void this.#carry(message);
    return true;
  }

  /** Takes a message back whose files are not all on the server; whether it is one. */
  discard(id: string): boolean {
    const message = this.#messages.get(id);
    if (!message) return false;
    this.#messages.delete(id);
    for (const task of message.tasks) this.#drop(task);
    void this.#clear(message.name, message.tasks);
    this.#core.apply({ type: 'withdraw', key: message.key, clientId: id });
    message.settled.reject(new ChatError('withdrawn', 'the message was taken back'));
    this.#show();
    return true;
  }

  /** The state changed: what waits for a conversation goes to it, and what lost its own goes back to where it came from. */
  #follow(): void {
    this.#go();
    for (const message of this.#messages.values()) if (!at(this.#core, message.key)) void this.#unpack(message);
  }

  /** A message that can't be sent as it was: the text is a draft again, its files lie in the tray. */
  async #unpack({ key, id, text, tasks, settled, name }: Message): Promise<void> {
    this.#messages.delete(id);
    if (at(this.#core, key)) this.#core.apply({ type: 'withdraw', key, clientId: id });
    settled.reject(
      new ChatError('denied', 'the conversation is not there any more; text and files are in the composer'),
    );
    this.#tray.push(...tasks);
    for (const task of tasks) this.#park(task);
    if (text !== '') await this.#peers.giveBack(text);
    this.#show();
    await this.#core.ports.store.delete(name).catch(() => undefined);
  }

  /** Waits for a conversation, or to be chosen again. */
  #park(task: Task): void {
    task.abort?.abort();
    Object.assign(task, { key: undefined, done: undefined, info: undefined });
    task.upload = Object.freeze({
      ...task.upload,
      message: undefined,
      sent: 0,
      status: task.body ? 'waiting' : 'failed',
      error: task.body ? undefined : 'unreadable',
    });
  }

  // What is kept

  get #prefix(): string {
    return `${PREFIX}${this.#core.ports.tabs.id}/`;
  }

  /** Takes over what pages that are gone left: messages go on, and the tray is as it was. */
  restore(): Promise<void> {
    return (this.#restoring ??= this.#restore().finally(() => (this.#restoring = undefined)));
  }

  async #restore(): Promise<void> {
    const { store, tabs } = this.#core.ports;
    const rows = await store.list(PREFIX).catch(() => []);
    // A page that died while it sent left a file in both: it belongs to the message.
    const inTray = ([name]: readonly [string, string]): number => Number(name.endsWith(`/${TRAY}`));
    for (const [name, value] of rows.toSorted((a, b) => inTray(a) - inTray(b))) {
      const owner = name.slice(PREFIX.length).split('/', 1)[0] ?? '';
      const row = read(value);
      if (!row || owner === tabs.id || (await tabs.alive(owner).catch(() => true))) continue;
      await this.#adopt(name, row);
    }
  }

  async #adopt(name: string, { id, key = '', text, createdAt, files }: Row): Promise<void> {
    const known = this.#all().map(({ upload }) => upload.id);
    const tasks = await Promise.all(files.filter((file) => !known.includes(file.id)).map((file) => this.#found(file)));
    const missing = tasks.some(({ body }) => !body);
    if (id !== undefined && !missing && at(this.#core, key)) {
      if (!this.#messages.has(id)) void this.#submit(key, id, text, tasks, createdAt, name);
      return;
    }
    this.#tray.push(...tasks);
    for (const task of tasks) this.#park(task);
    if (text !== '') await this.#peers.giveBack(text);
    this.#show();
    this.#go();
    await this.#core.ports.store.delete(name).catch(() => undefined);
  }

  async #found(file: Row['files'][number]): Promise<Task> {
    const body = await this.#stored(file.id);
    return { upload: Object.freeze({ ...file, sent: 0, status: 'waiting' }), body, kept: Promise.resolve(!!body) };
  }

  async #stored(id: string): Promise<Blob | undefined> {
    try {
      return await (await this.#store())?.get(id);
    } catch {
      // As good as not kept: the visitor is asked to choose it again.
      return undefined;
    }
  }

  async #store(): Promise<Store<Blob> | undefined> {
    return (await this.#core.ports.files?.())?.blobs;
  }

  /** Keeps the bytes, as far as that is possible here; a page that dies before that asks for the file again. */
  async #keep({ upload: { id }, body }: Task): Promise<boolean> {
    if (!body) return false;
    try {
      const store = await this.#store();
      await store?.put(id, body);
      return store?.durable ?? false;
    } catch {
      return false;
    }
  }

  async #forget({ upload: { id } }: Task): Promise<void> {
    await this.#store()
      .then((store) => store?.delete(id))
      .catch(() => undefined);
  }

  /** In this order: a message that is kept without its bytes would be asked for again. */
  async #clear(name: string, tasks: readonly Task[]): Promise<void> {
    try {
      await this.#core.ports.store.delete(name);
      await Promise.all(tasks.map((task) => this.#forget(task)));
    } catch {
      // The next page finds it, and the server knows it by its id.
    }
  }

  async #write(name: string, row: Row): Promise<boolean> {
    try {
      await this.#core.ports.store.put(name, JSON.stringify(row));
      return this.#core.ports.store.durable;
    } catch {
      return false;
    }
  }

  /** See {@link Cargo}. */
  clear(): void {
    const messages = [...this.#messages.values()];
    for (const task of this.#all()) task.abort?.abort();
    this.#tray = [];
    this.#messages.clear();
    for (const { settled } of messages) settled.reject(new ChatError('withdrawn', 'the visitor signed out'));
    this.#core.apply({ type: 'view', view: { files: NONE } });
    this.#show();
  }

  /** Shows everything as it stands, and keeps the tray. */
  #show(): void {
    const { state, apply, ports } = this.#core;
    const { uploads: before, previews } = state.view.files ?? NONE;
    const uploads = this.#all().map(({ upload }) => upload);
    if (before.length !== uploads.length || before.some((upload, i) => upload !== uploads[i]))
      apply({ type: 'view', view: { files: Object.freeze({ previews, uploads: Object.freeze(uploads) }) } });
    const files = filesOf([...this.#leaving, ...this.#tray.filter(({ upload }) => upload.status !== 'failed')]);
    const written = files.map(({ id }) => id).join();
    if (written === this.#written) return;
    this.#written = written;
    const name = `${this.#prefix}${TRAY}`;
    if (written !== '') void this.#write(name, { text: '', createdAt: ports.clock.now(), files });
    else void ports.store.delete(name).catch(() => undefined);
  }
}

const NONE: FilesView = Object.freeze({ uploads: Object.freeze([]), previews: Object.freeze({}) });

function filesOf(tasks: readonly Task[]): readonly FileInfo[] {
  return Object.freeze(tasks.map(({ upload: { id, name, size, type } }) => Object.freeze({ id, name, size, type })));
}

/** What was on a disk is not trusted. */
function read(value: string): Row | undefined {
  try {
    const row = JSON.parse(value) as Row;
    const named = (file: Partial<FileInfo> | null): boolean =>
      typeof file?.id === 'string' &&
      typeof file.name === 'string' &&
      typeof file.size === 'number' &&
      typeof file.type === 'string';
    const fine = typeof row.text === 'string' && typeof row.createdAt === 'number' && Array.isArray(row.files);
    return fine && row.files.every(named) ? row : undefined;
  } catch {
    return undefined;
  }
}
