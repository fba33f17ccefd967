import { COMMAND_TEXTS } from '../vocabulary/texts.js';
import { readMessage, readProfile, readUserData } from './arguments.js';
import type { Cargo, Load } from './flows/cargo.js';
import type { Line } from './flows/connect.js';
import type { Conversations } from './flows/conversations.js';
import { at, closed, type Core } from './flows/core.js';
import { deferred } from './flows/deferred.js';
import type { Outbox } from './flows/outbox.js';
import { checkText, cleanText, type Pipeline } from './flows/pipeline.js';
import type { Sync } from './flows/sync.js';
import type { Typing } from './flows/typing.js';
import type { StartChatOptions } from './host.js';
import type { IntentMap } from './intents.js';
import { ChatError, type ChatErrorCode } from './model/errors.js';
import { conversationOf, isRunning } from './model/selectors.js';
import type { ConversationKey, Entry, Profile, UserData } from './model/types.js';
import type { Drafts } from './view/drafts.js';

/** The parts that acts are made of. */
export type ActParts = {
  readonly core: Core;
  readonly line: Line;
  readonly outbox: Outbox;
  readonly sync: Sync;
  readonly conversations: Conversations;
  readonly typing: Typing;
  readonly drafts: Drafts;
  readonly pipeline: Pipeline;
  /** Given with every conversation. */
  readonly userData: UserData;
  /** Joins the conversation that is running already, here or in another tab. */
  readonly restore: () => Promise<ConversationKey | undefined>;
  /** Checks and keeps what `startChat` was given for the conversation that begins. */
  readonly customContext: (given: unknown) => Promise<void>;
  readonly report: (what: unknown) => void;
};

/** Says that a conversation is to begin, and what is known of it; `stored`: the next page and the other tabs would find it. */
type Beginning = { readonly key: ConversationKey; readonly opened: Promise<void>; readonly stored?: Promise<unknown> };

/** What a visitor or a page does: begin, say, end. Whatever may begin a conversation takes its turn, so that only one begins. */
export class Acts {
  #parts: ActParts;
  #turns: Promise<unknown> = Promise.resolve();
  /** Starts that have been asked for and not shown yet. */
  #starts = 0;
  #endings = new Map<ConversationKey, Promise<void>>();
  /** Files that go with messages, once there are any. */
  cargo: Cargo | undefined;

  constructor(parts: ActParts) {
    this.#parts = parts;
  }

  get #state() {
    return this.#parts.core.state;
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = this.#turns.then(() => this.#check()).then(run);
    this.#turns = result.catch(() => undefined);
    return result;
  }

  /** Alone among the tabs until what begins is stored: a tab that begins in the same moment finds it, and joins it. */
  #alone<Result extends { readonly stored?: Promise<unknown> }>(run: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      void this.#parts.core.ports.tabs.exclusive(async () => {
        const result = run();
        result.then(resolve, reject);
        await result.then(({ stored }) => stored).catch(() => undefined);
      });
    });
  }

  /** After what was asked before. */
  async #turn(): Promise<void> {
    await this.#turns;
    this.#check();
  }

  #check(): void {
    if (this.#parts.core.signal.aborted) throw closed();
  }

  // Begin

  /** The verb: resolves with the key when the server has opened it. */
  async start(options?: StartChatOptions): Promise<ConversationKey> {
    if (this.#starts > 0 || isRunning(conversationOf(this.#state))) throw alreadyActive();
    const profile = readProfile(options);
    const userData = readUserData(options?.userData);
    this.#starts++;
    const begun = this.#inTurn(() =>
      this.#alone(async () => {
        if ((await this.#parts.restore()) !== undefined) throw alreadyActive();
        if (options?.customContext) await this.#parts.customContext(options.customContext);
        return this.#begin(profile, userData);
      }),
    ).finally(() => this.#starts--);
    const { key, opened } = await begun;
    await opened;
    return key;
  }

  /** The intent: one that is running already is what was wanted. */
  async begin({ profile = {}, userData = {} }: IntentMap['chat-start-request']): Promise<void> {
    const { opened } = await this.#inTurn(() =>
      this.#alone<Beginning>(async () => {
        const running = await this.#parts.restore();
        return running === undefined ? this.#begin(profile, userData) : { key: running, opened: Promise.resolve() };
      }),
    );
    await opened;
  }

  /** Tries a conversation again whose start was refused; asked twice, it begins once. */
  async again(key: ConversationKey): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#idle(key) === undefined) return;
      const { opened } = this.#begin(at(this.#parts.core, key)?.profile ?? {}, {}, key);
      opened.catch(this.#parts.report);
    });
  }

  /** Asks the page and begins; a start that was refused is tried again under its own key, with the messages that wait in it. */
  #begin(given: Profile, data: UserData, meant = this.#state.current): Beginning {
    this.#check();
    const again = this.#idle(meant);
    return this.#open(again ?? this.#parts.core.ports.random.id(), again !== undefined, this.#ask(given, data, again));
  }

  #idle(key: ConversationKey | undefined): ConversationKey | undefined {
    return key !== undefined && at(this.#parts.core, key)?.phase === 'idle' ? key : undefined;
  }

  #ask(given: Profile, data: UserData, again?: ConversationKey): { profile: Profile; userData: UserData } {
    const before = again === undefined ? {} : this.#parts.conversations.record(again)?.userData;
    const detail = { profile: given, userData: { ...this.#parts.userData, ...before, ...data } };
    const { profile, userData } = this.#parts.pipeline.before('chat-before-start', detail);
    return { profile: readProfile(profile), userData: readUserData(userData) };
  }

  #open(
    key: ConversationKey,
    again: boolean,
    { profile, userData }: { profile: Profile; userData: UserData },
  ): Beginning {
    const opened = this.#opened(key);
    const { conversations, outbox } = this.#parts;
    const stored = conversations.start(key, profile, userData);
    void stored.then(async () => {
      if (again) await outbox.revive(key);
      this.bringUp(key);
    });
    return { key, opened, stored };
  }

  /** Resolves when the server has opened a conversation, rejects when it has refused to. */
  #opened(key: ConversationKey): Promise<void> {
    const { core } = this.#parts;
    const opened = deferred<void>();
    const refuse = (code: ChatErrorCode) =>
      opened.reject(new ChatError(code, `the chat could not be started (${code})`));
    const undo = core.subscribe((state, facts) => {
      // A logout does not wait for what it forgets.
      if (!state.conversations[key]) refuse('denied');
      for (const fact of facts)
        if (fact.type === 'started' && fact.key === key) opened.resolve();
        else if (fact.type === 'start-failed' && fact.key === key) refuse(fact.code);
    });
    const stay = core.onRelease(() => opened.reject(closed()));
    const done = opened.promise.finally(() => {
      undo();
      stay();
    });
    // Nobody has to wait for it: how it went shows in the state.
    done.catch(() => undefined);
    return done;
  }

  /** Uses the open line for one conversation, or opens it for all. */
  bringUp(key: ConversationKey): void {
    const { core, line, conversations } = this.#parts;
    const { status } = core.state.connection;
    if (status === 'offline' || status === 'connecting') return line.ensure();
    const present = core.line;
    conversations.bringUpOne(key).catch((error: unknown) => {
      if (present === core.line) line.failed(error);
    });
  }

  // Say

  /** The verb: resolves when the server has stored the message. */
  async send(options: unknown, load?: Load): Promise<void> {
    const text = load ? '' : readMessage(options);
    await this.#turn();
    const conversation = conversationOf(this.#state);
    if (!isRunning(conversation)) throw new ChatError('not-active', COMMAND_TEXTS.sendMessage['not-active']);
    const { settled } = await this.#take(conversation.key, this.#compose(conversation.key, text, load), load);
    await settled;
  }

  /** The composer's send: begins a conversation when none runs. The draft is cleared once the text is safe. */
  async say(text: string, meant: ConversationKey | undefined): Promise<void> {
    const load = this.cargo?.load();
    const said = this.#said(text, meant, load);
    said.catch(() => load?.back());
    const key = await said;
    for (const draft of new Set([meant ?? '', key])) this.#clearDraft(draft, text);
    // A page that dies now must not leave the text in both places.
    void this.#parts.drafts.flush();
  }

  async #said(text: string, meant: ConversationKey | undefined, load: Load | undefined): Promise<ConversationKey> {
    this.#checked(text, load);
    const { key, taken } = await this.#inTurn(() => {
      const say = async () => this.#sayIn(await this.#target(meant), text, meant, load);
      return isRunning(conversationOf(this.#state, meant ?? this.#state.current)) ? say() : this.#alone(say);
    });
    await taken;
    return key;
  }

  /** An earlier page may have died between the outbox and the draft: what is in the outbox is no draft any more. */
  recognise(key: ConversationKey): void {
    for (const { text } of at(this.#parts.core, key)?.pending ?? [])
      for (const draft of ['', key]) this.#clearDraft(draft, text);
    this.stored(at(this.#parts.core, key)?.log.entries ?? []);
  }

  /** The same, where another tab was faster: the message is in the log already. */
  stored(entries: readonly Entry[]): void {
    const { doubtful } = this.#parts.drafts;
    for (const entry of doubtful.size > 0 ? entries : []) {
      const text = entry.type === 'message' && entry.clientId ? doubtful.get(entry.clientId)?.text : undefined;
      // It may have been typed in a conversation that was over, and begun another.
      if (text !== undefined)
        for (const draft of Object.keys(this.#state.view.drafts)) this.#clearDraft(draft, text, true);
    }
  }

  /** The same, where so much has been said since that the message stands further up than what came. */
  async lookBack(key: ConversationKey): Promise<void> {
    const { core, drafts, sync } = this.#parts;
    for (const doubt of drafts.doubtful.values())
      for (let before = Infinity; doubt.key === key;) {
        const { first = 0, older = false, entries = [] } = at(core, key)?.log ?? {};
        this.stored(entries);
        if (!older || first <= doubt.since + 1 || first >= before) break;
        before = first;
        await sync.older(key);
      }
  }

  /** The running conversation that a text is for: the one that is meant, or one that another tab has begun meanwhile. */
  async #target(meant: ConversationKey | undefined): Promise<ConversationKey | undefined> {
    const key = meant ?? this.#state.current;
    return isRunning(conversationOf(this.#state, key)) ? key : this.#parts.restore();
  }

  #sayIn(
    running: ConversationKey | undefined,
    text: string,
    meant: ConversationKey | undefined,
    load: Load | undefined,
  ): { readonly key: ConversationKey; readonly taken: Promise<unknown>; readonly stored?: Promise<unknown> } {
    this.#check();
    if (running !== undefined)
      return { key: running, taken: this.#take(running, this.#compose(running, text, load), load, meant ?? '') };
    const old = conversationOf(this.#state, meant);
    const again = this.#idle(old?.key);
    const key = again ?? this.#parts.core.ports.random.id();
    // The page is asked about both before either happens.
    const asked = this.#ask(old?.profile ?? {}, {}, again);
    const composed = this.#compose(key, text, load);
    const { opened, stored } = this.#open(key, again !== undefined, asked);
    opened.catch(this.#parts.report);
    return { key, taken: this.#take(key, composed, load, meant ?? ''), stored };
  }

  #checked(text: unknown, load: Load | undefined): string {
    if (typeof text !== 'string')
      throw new ChatError('invalid', `message: the text must be a string, not ${typeof text}`);
    const clean = cleanText(text);
    if (!load || clean !== '') checkText(clean, this.#state.capabilities.maxText, COMMAND_TEXTS.sendMessage.empty);
    return clean;
  }

  #compose(key: ConversationKey, given: string, load: Load | undefined): string {
    const { text } = this.#parts.pipeline.before('chat-before-send', { text: given, conversationId: key });
    return this.#checked(text, load);
  }

  /** Puts a text into the outbox; its place there is taken before this returns. */
  async #take(
    key: ConversationKey,
    text: string,
    load: Load | undefined,
    draft?: ConversationKey | '',
  ): Promise<{ readonly settled: Promise<void> }> {
    const { core, drafts, line, outbox, typing } = this.#parts;
    typing.stopped(key);
    const id = core.ports.random.id();
    if (draft !== undefined) void drafts.sending(draft, text, id, key);
    const taken = await (load?.submit(key, id, text) ?? outbox.submit(key, { id, type: 'message', text }));
    line.ensure();
    return taken;
  }

  /** What was typed while the text was being stored is a new draft, and stays; so is what came back from elsewhere. */
  #clearDraft(key: ConversationKey | '', text: string, known?: boolean): void {
    const draft = this.#state.view.drafts[key] ?? '';
    if (draft === '') return;
    if (draft.trim() === text.trim()) this.#parts.drafts.set(key, '');
    else if (draft.endsWith(`\n${text}`)) this.#parts.drafts.set(key, draft.slice(0, -text.length - 1));
    // It was put before what is being typed.
    else if (known && draft.startsWith(`${text}\n`)) this.#parts.drafts.set(key, draft.slice(text.length + 1));
  }

  /** Tries a refused message again, and its conversation if that never came to be. */
  async retry(key: ConversationKey, clientId: string): Promise<void> {
    if (this.#idle(key) !== undefined) return this.again(key);
    if (!this.cargo?.retry(clientId)) await this.#parts.outbox.retry(key, clientId);
    this.bringUp(key);
  }

  /** Takes a message back; a conversation that never came to be goes with its last one. */
  async discard(key: ConversationKey, clientId: string): Promise<void> {
    if (!this.cargo?.discard(clientId)) await this.#parts.outbox.withdraw(key, clientId);
    if (this.#idle(key) !== undefined && at(this.#parts.core, key)?.pending.length === 0)
      await this.#parts.conversations.forget(key);
  }

  // End

  /** Resolves when the server has stored the end, whoever asked for it first. */
  async end(meant?: ConversationKey): Promise<void> {
    await this.#turn();
    const conversation = conversationOf(this.#state, meant);
    if (!isRunning(conversation)) throw new ChatError('not-active', COMMAND_TEXTS.endChat['not-active']);
    const { key } = conversation;
    this.#parts.pipeline.before('chat-before-end', { conversationId: key });
    const ending = this.#endings.get(key) ?? this.#end(key).finally(() => this.#endings.delete(key));
    this.#endings.set(key, ending);
    await ending;
  }

  async #end(key: ConversationKey): Promise<void> {
    const { core, line, outbox, typing } = this.#parts;
    typing.stopped(key);
    core.apply({ type: 'ending', key, ending: true });
    const { settled } = await outbox.submit(key, { id: core.ports.random.id(), type: 'end' });
    line.ensure();
    await settled;
  }

  // Type

  /** The verb. The documents make the preview optional: a call without one still says "is typing". */
  async type(preview: string): Promise<void> {
    await this.#turn();
    const conversation = conversationOf(this.#state);
    if (!isRunning(conversation)) throw new ChatError('not-active', COMMAND_TEXTS.sendTyping['not-active']);
    this.#parts.typing.typed(conversation.key, preview);
  }

  /** The text in the composer changed: the draft is kept, and the other side is told. */
  draft(key: ConversationKey | undefined, text: string): void {
    this.#parts.drafts.set(key ?? '', text);
    this.typed(key, text);
  }

  /** The visitor types, or has deleted everything. */
  typed(key: ConversationKey | undefined, text: string): void {
    const { core, typing } = this.#parts;
    if (key === undefined || !isRunning(at(core, key))) return;
    if (text.trim() === '') typing.stopped(key);
    else typing.typed(key, text);
  }
}

function alreadyActive(): ChatError {
  return new ChatError('already-active', COMMAND_TEXTS.startChat['already-active']);
}
