/** The agent desk without a screen: joins the parts, holds the state, and offers one method for each thing an agent does. */
import type { WireCaseStatus, RichContent } from '../../../src/protocol/index.js';
import { Actions } from './actions.js';
import { Connection } from './connection.js';
import type { Core } from './core.js';
import type { Fact } from './facts.js';
import { Inbound } from './inbound.js';
import { Keep } from './keep.js';
import { Marks } from './marks.js';
import type { Chance, Clock, FilePort, MakeLink, Vault } from './ports.js';
import { Sender } from './sender.js';
import { Signals } from './signals.js';
import {
  attendance,
  INITIAL,
  mayWrite,
  me,
  unsent,
  withConversation,
  withoutConversation,
  type DeskState,
} from './state.js';
import { Store } from './store.js';
import { Sync } from './sync.js';
import { Uploads } from './uploads.js';
import { when } from './when.js';

/** What a desk runs on. */
export interface DeskPorts {
  readonly makeLink: MakeLink;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly vault: Vault;
  /** Without it no files are sent. */
  readonly files?: FilePort | undefined;
}

/** How long the lists may take to show what the server has just agreed to. */
const LISTS_COME = 2000;

/** Nobody types these, and the server does not keep them: NUL, and halves of surrogate pairs. */
const UNFIT = /\0|\p{Surrogate}/gu;

/** See the module. */
export class DeskClient {
  readonly store = new Store<DeskState>(INITIAL);
  readonly #listeners = new Set<(fact: Fact) => void>();
  readonly #clock: Clock;
  readonly #connection: Connection;
  readonly #sender: Sender;
  readonly #sync: Sync;
  readonly #marks: Marks;
  readonly #signals: Signals;
  readonly #actions: Actions;
  readonly #keep: Keep;
  readonly #inbound: Inbound;
  readonly #uploads: Uploads;
  readonly #files: FilePort | undefined;
  #presence: Promise<boolean> = Promise.resolve(true);

  constructor({ makeLink, clock, chance, vault, files }: DeskPorts) {
    this.#clock = clock;
    this.#connection = new Connection(makeLink, clock, chance, {
      changed: (connection) => this.store.update((state) => ({ ...state, connection })),
      welcomed: (greeting) => this.#inbound.welcomed(greeting),
      refused: (code) => this.#refused(code),
      lost: () => this.#signals.clearAll(),
      received: (event, data) => this.#inbound.received(event, data),
    });
    const core: Core = {
      store: this.store,
      connection: this.#connection,
      clock,
      chance,
      vault,
      tell: (fact) => this.#tell(fact),
    };
    this.#files = files;
    this.#uploads = new Uploads(core, files);
    this.#keep = new Keep(core);
    this.#actions = new Actions(core);
    this.#signals = new Signals(core);
    this.#sender = new Sender(core, {
      reached: (id, head) => this.#sync.reach(id, head),
      changed: () => this.#keep.save(),
    });
    this.#marks = new Marks(core, (id, delivered, seen) => this.#sender.mark(id, delivered, seen));
    this.#sync = new Sync(core, {
      fresh: (one, entries) => this.#inbound.arrived(one, entries),
      grown: (id) => this.#marks.grown(id),
    });
    this.#inbound = new Inbound(core, {
      actions: this.#actions,
      keep: this.#keep,
      sender: this.#sender,
      signals: this.#signals,
      sync: this.#sync,
      dropIfDone: (id) => this.#dropIfDone(id),
    });
  }

  /** Listens for what happens; the result stops it. */
  onFact(listener: (fact: Fact) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Connects with whatever session the browser has; without one the state says `signed-out`. */
  start(): void {
    this.#connection.start();
  }

  /** The browser has a new session. */
  signedIn(): void {
    this.store.update((state) => ({ ...state, session: { status: 'unknown' } }));
    this.#connection.start();
  }

  /** Ends the session by `request`. Nothing of it stays; but when the server did not hear of it, the session is still there. */
  async signOut(request: () => Promise<boolean>): Promise<void> {
    if (!(await request()))
      return this.#tell({
        type: 'failed',
        action: 'sign-out',
        conversation: undefined,
        name: undefined,
        code: 'disconnected',
      });
    this.#connection.stop();
    this.#keep.forget();
    this.store.update(() => ({ ...INITIAL, session: { status: 'signed-out', because: 'left' } }));
  }

  /** Tries to connect now. */
  wake(): void {
    this.#connection.wake();
  }

  /** The browser's word on the network. */
  network(offline: boolean): void {
    this.#connection.network(offline);
  }

  /** Shows a conversation, and loads it; `undefined` shows none. */
  select(id: string | undefined): void {
    const before = this.store.value.current;
    if (before !== undefined && before !== id) {
      this.#signals.stopped(before);
      this.#dropIfDone(before);
    }
    this.store.update((state) => (state.current === id ? state : { ...state, current: id }));
    if (id !== undefined && this.#mayRead(id)) this.#sync.insist(id);
  }

  /** Takes a conversation that is over off the screen. */
  close(id: string): void {
    this.store.update((state) => {
      const place = state.conversations.get(id)?.place;
      return place === 'ended' || place === 'elsewhere' ? withoutConversation(state, id) : state;
    });
    this.#keep.save();
  }

  /** Sends a message; false when it can't be sent as it is. */
  send(id: string, typed: string): boolean {
    const { limits } = this.store.value;
    const text = typed.replace(UNFIT, '');
    const uploads = this.store.value.conversations.get(id)?.uploads ?? [];
    const ready = uploads.some(({ status }) => status === 'ready');
    if ((text.trim() === '' && !ready) || text.length > limits.maxText || !this.#mayWrite(id)) return false;
    // The agent means the message with all that is listed.
    if (uploads.some(({ status }) => status === 'uploading')) return false;
    this.#written(id);
    const files = this.#uploads.take(id);
    this.#sender.message(id, text, files.length > 0 ? { files } : {});
    return true;
  }

  /** Sends a notice for the visitor's page; false when it can't be sent as it is. */
  notice(id: string, typed: string): boolean {
    const text = typed.replace(UNFIT, '');
    const { features, limits } = this.store.value;
    if (text.trim() === '' || text.length > limits.maxText || !features?.notices || !this.#mayWrite(id)) return false;
    this.#written(id);
    this.#sender.message(id, text, { notice: true });
    return true;
  }

  /** Sends a composed message, whatever is in the draft; false when it can't be sent as it is. */
  offer(id: string, typed: string, rich?: RichContent): boolean {
    const text = typed.replace(UNFIT, '');
    const { features, limits } = this.store.value;
    if (text.trim() === '' || text.length > limits.maxText || !this.#mayWrite(id)) return false;
    this.#sender.message(id, text, rich && features?.rich ? { rich } : {});
    return true;
  }

  /** Begins to upload files for the next message. */
  attach(id: string, files: readonly File[]): void {
    if (this.#mayWrite(id)) this.#uploads.add(id, files);
  }

  /** Takes a file off the next message. */
  detach(id: string, upload: string): void {
    this.#uploads.remove(id, upload);
  }

  /** Uploads a file again that failed. */
  attachAgain(id: string, upload: string): void {
    this.#uploads.retry(id, upload);
  }

  /** Where a file can be had from. */
  fileAddress(id: string, file: string): string | undefined {
    return this.#files?.address(id, file);
  }

  /** A supervisor comes into a colleague's conversation, silently or to speak; and goes. */
  async join(id: string, silent: boolean): Promise<boolean> {
    const wanted = silent ? 'silent' : 'speaking';
    const done = await this.#actions.join(id, silent);
    if (done) await this.#attends(id, wanted);
    return done;
  }

  async leave(id: string): Promise<boolean> {
    const done = await this.#actions.leave(id);
    if (done) await this.#attends(id, undefined);
    return done;
  }

  async #attends(id: string, wanted: ReturnType<typeof attendance>): Promise<void> {
    const shown = (state: DeskState): boolean => {
      const conversation = state.conversations.get(id);
      return !conversation || attendance(conversation, state.desk?.me) === wanted;
    };
    await when(this.store, this.#clock, shown, LISTS_COME);
  }

  #written(id: string): void {
    this.#signals.stopped(id);
    this.store.update((state) => withConversation(state, id, (one) => ({ ...one, draft: '' })));
  }

  #mayWrite(id: string): boolean {
    const { conversations, desk } = this.store.value;
    const conversation = conversations.get(id);
    return conversation !== undefined && mayWrite(conversation, desk?.me);
  }

  retry(id: string, message: string): void {
    this.#sender.retry(id, message);
  }

  discard(id: string, message: string): void {
    this.#sender.discard(id, message);
  }

  /** Keeps what is being written, and lets the visitor see that something is. */
  draft(id: string, text: string): void {
    this.store.update((state) =>
      withConversation(state, id, (one) => (one.draft === text ? one : { ...one, draft: text })),
    );
    this.#keep.save();
    if (this.#mayWrite(id)) this.#signals.typed(id, text);
  }

  /** The agent no longer types: the composer lost the focus. */
  paused(id: string): void {
    this.#signals.stopped(id);
  }

  /** Everything up to `seq` was on screen, before the agent's eyes. */
  saw(id: string, seq: number): void {
    this.#marks.saw(id, seq);
  }

  /** Loads older entries. */
  older(id: string): Promise<void> {
    return this.#sync.older(id);
  }

  /** Corrects a message of this agent's, or takes it back when there is no text. */
  amend(id: string, change: { readonly of: number; readonly text?: string }): Promise<boolean> {
    const { text } = change;
    return this.#actions.amend(id, text === undefined ? change : { ...change, text: text.replace(UNFIT, '') });
  }

  /** The visitor's case stands elsewhere now. */
  setCase(id: string, status: WireCaseStatus): Promise<boolean> {
    return this.#actions.case(id, status);
  }

  /** A message that somebody left has been seen to. */
  handled(message: string): Promise<boolean> {
    return this.#actions.handled(message);
  }

  /** Takes a waiting conversation and shows it. */
  async accept(id: string): Promise<boolean> {
    const taken = await this.#actions.accept(id);
    if (taken) await this.#show(id);
    return taken;
  }

  decline(id: string): Promise<boolean> {
    return this.#actions.decline(id);
  }

  /** A supervisor takes a colleague's conversation and shows it. */
  async takeOver(id: string): Promise<boolean> {
    const { desk } = this.store.value;
    const taken = desk !== undefined && (await this.#actions.transfer(id, desk.me));
    if (taken) await this.#show(id);
    return taken;
  }

  /** Writes to the visitor of a conversation in another one, and shows it. */
  async begin(id: string, key: string, typed: string): Promise<boolean> {
    const begun = await this.#actions.begin(id, key, typed.replace(UNFIT, ''));
    if (begun !== undefined) await this.#show(begun);
    return begun !== undefined;
  }

  /** Hands a conversation to an agent, or back to the queue. */
  async transfer(id: string, to?: string): Promise<boolean> {
    const wasMine = this.store.value.conversations.get(id)?.place === 'mine';
    const done = await this.#actions.transfer(id, to);
    if (done && wasMine && this.store.value.current === id) this.select(undefined);
    return done;
  }

  end(id: string): Promise<boolean> {
    return this.#actions.end(id);
  }

  block(id: string): Promise<boolean> {
    return this.#actions.block(id);
  }

  /** Resolves when the lists show it, or when it failed. One wish after the other, so that the last one holds. */
  presence(presence: 'available' | 'away'): Promise<boolean> {
    this.#presence = this.#presence.then(() => this.#setPresence(presence));
    return this.#presence;
  }

  async #setPresence(presence: 'available' | 'away'): Promise<boolean> {
    const done = await this.#actions.presence(presence);
    const shown = (state: DeskState): boolean => (me(state)?.presence === 'away') === (presence === 'away');
    if (done) await when(this.store, this.#clock, shown, LISTS_COME);
    return done;
  }

  /** The lists come a moment after the answer; only with them is there something to write in. */
  async #show(id: string): Promise<void> {
    await when(this.store, this.#clock, (state) => state.conversations.get(id)?.place === 'mine', LISTS_COME);
    this.select(id);
  }

  #refused(code: string): void {
    const known = this.store.value.desk !== undefined;
    this.store.update((state) => ({
      ...state,
      session:
        code === 'unsupported-version'
          ? { status: 'outdated' }
          : { status: 'signed-out', ...(known ? { because: 'expired' } : {}) },
    }));
  }

  /** A conversation that is over and has nothing unsent leaves the desk when the agent turns to another. */
  #dropIfDone(id: string): void {
    const conversation = this.store.value.conversations.get(id);
    if (conversation && !unsent(conversation)) this.close(id);
  }

  /** What was said in a waiting conversation is for whoever accepts it, and for supervisors. */
  #mayRead(id: string): boolean {
    const state = this.store.value;
    return state.conversations.get(id)?.place !== 'queue' || me(state)?.role === 'supervisor';
  }

  #tell(fact: Fact): void {
    for (const listener of [...this.#listeners]) listener(fact);
  }
}
