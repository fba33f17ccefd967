/**
 * A scripted bot: it greets, answers by rules, and hands over to a person. What it has answered is written in the same
 * transaction as the answer, so a restart neither loses an answer nor repeats one.
 */
import type { PersonRow } from '../store/port.js';
import type { Parts } from './parts.js';
import { enqueue } from './queue.js';
import { room } from './ports.js';
import type { Author } from './views.js';
import type { Draft, Work } from './work.js';

/** When the bot says what. */
export interface BotRule {
  /** Words or phrases, in any of which the visitor's message has to have; or an expression. Case does not matter for words. */
  readonly when: readonly string[] | RegExp;
  readonly say?: string;
  /** Hands over to a person after it. */
  readonly handOver?: boolean;
}

/** What the bot is. */
export interface BotSettings {
  readonly name: string;
  /** What it says when a conversation begins. */
  readonly greeting: readonly string[];
  /** The first that fits counts. */
  readonly rules: readonly BotRule[];
  /** What it says when none fits. */
  readonly fallback: string;
  /** After how many messages without an answer it hands over. */
  readonly patience: number;
  /** What it says before it hands over by itself. */
  readonly handOver?: string;
  /** How many words a second its answers show while it writes them; left out, they come whole. */
  readonly streams?: number | undefined;
}

/** The person id of the bot in every conversation. */
export const BOT = 'bot';

/** How often a text that grows is told, in milliseconds. */
const TICK = 50;

/** So many times at first, and then every so many times, the whole text so far is told. */
const WHOLE = 20;

/** How many messages one turn of the bot looks at. */
const TURN = 50;

/** The bot comes in, instead of the queue. */
export async function welcomeByBot(work: Work, draft: Draft, bot: BotSettings): Promise<void> {
  const { row } = draft;
  row.phase = 'active';
  row.bot = BOT;
  const person: PersonRow = {
    conversation: row.id,
    id: BOT,
    role: 'bot',
    name: bot.name,
    avatar: null,
    joinedAt: work.now,
    leftAt: null,
    connected: true,
    silentSince: null,
    known: true,
    delivered: 0,
    seen: 0,
  };
  await work.savePerson(draft, person);
  await work.append(draft, { type: 'join', from: authorOf(bot.name) });
  for (const text of bot.greeting) await say(work, draft, bot.name, text);
  row.botHeard = row.head;
}

/** The bot goes, for whoever comes. */
export async function dismissBot(work: Work, draft: Draft): Promise<void> {
  const { row } = draft;
  if (row.bot === null) return;
  await completeStream(work, draft);
  const person = await work.tx.person(row.id, row.bot);
  if (person) await work.savePerson(draft, { ...person, leftAt: work.now, connected: false });
  await work.append(draft, { type: 'leave', from: authorOf(person?.name ?? BOT), reason: 'transferred' });
  row.bot = null;
}

/** See the module. */
export class Bot {
  /** The conversations in which it is writing. */
  readonly #streaming = new Set<string>();

  constructor(private readonly parts: Parts) {
    parts.runner.onCommit(({ changes }) => {
      for (const { after } of changes) this.watch(after);
    });
  }

  /** Has the bot answer as soon as what happens now is done, if there may be something to answer. */
  watch({ id, bot, phase, head, botHeard, botStream }: Readonly<Draft['row']>): void {
    if (botStream) return this.#stream(id, botStream);
    if (this.#streaming.delete(id)) this.parts.alarms.clear(`stream:${id}`);
    if (bot !== null && phase === 'active' && (head > botHeard || !this.parts.settings.bot))
      this.parts.alarms.soon(`bot:${id}`, 0, () => this.#turn(id));
  }

  /** Takes up conversations that were left alone when the server stopped. */
  async recover(): Promise<void> {
    const rows = await this.parts.store.read((tx) => tx.active());
    for (const row of rows) this.watch(row);
  }

  /** Lets a text grow on the screens; nothing of that is kept but the whole at its end. */
  #stream(id: string, { seq, text }: { readonly seq: number; readonly text: string }): void {
    if (this.#streaming.has(id)) return;
    this.#streaming.add(id);
    const { alarms, clock, hub, settings } = this.parts;
    const words = text.match(/\S+\s*|\s+/gu) ?? [];
    const rate = Math.max(1, settings.bot?.streams ?? 1) / 1000;
    const began = clock.now();
    let told = 0;
    let ticks = 0;
    const tick = async (): Promise<void> => {
      const due = Math.min(words.length, Math.max(told + 1, Math.floor((clock.now() - began) * rate)));
      // At first, and then once a second, the whole: whoever comes late or has missed something goes on from there.
      if (ticks++ < WHOLE || ticks % WHOLE === 0) told = 0;
      const offset = words.slice(0, told).join('').length;
      const stream = { of: seq, offset, text: words.slice(told, due).join('') };
      const payload = { conversation: id, person: BOT, typing: true, stream };
      hub.push([room.conversation(id)], 'typing', payload, { volatile: true });
      told = due;
      if (told < words.length) alarms.set(`stream:${id}`, clock.now() + TICK, tick);
      else await this.#complete(id);
    };
    alarms.set(`stream:${id}`, clock.now() + TICK, tick);
  }

  async #complete(id: string): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const draft = await work.find(id);
      if (draft) await completeStream(work, draft);
    });
  }

  async #turn(id: string): Promise<void> {
    await this.parts.runner.runAndPublish(async (work) => {
      const draft = await work.find(id);
      if (!draft || draft.row.bot === null || draft.row.phase !== 'active' || draft.row.botStream) return;
      const { row } = draft;
      const bot = this.parts.settings.bot;
      // The configuration has no bot any more: a person takes over.
      if (!bot) return handOver(work, draft, undefined);
      const unheard = await work.tx.entries(id, { after: row.botHeard, limit: TURN, audiences: ['all', 'staff'] });
      work.save(draft);
      for (const { seq, body } of unheard) {
        row.botHeard = seq;
        if (body.type !== 'message' || body.from.role !== 'visitor') continue;
        if (await answer(work, draft, bot, body.text)) return;
        // One thing at a time: the rest is heard when this is said.
        if (row.botStream) return;
      }
      // What the bot said itself needs no answer.
      if (unheard.length < TURN) row.botHeard = row.head;
    });
  }
}

/** Answers one message; true when it has handed over. */
async function answer(work: Work, draft: Draft, bot: BotSettings, text: string): Promise<boolean> {
  const { row } = draft;
  const rule = bot.rules.find(({ when }) => fits(when, text));
  if (rule?.say !== undefined) await say(work, draft, bot.name, rule.say, !!bot.streams && !rule.handOver);
  if (rule?.handOver) {
    await handOver(work, draft, undefined);
    return true;
  }
  row.botMisses = rule ? 0 : row.botMisses + 1;
  if (rule) return false;
  if (row.botMisses >= bot.patience) {
    await handOver(work, draft, bot.handOver === undefined ? undefined : { name: bot.name, text: bot.handOver });
    return true;
  }
  await say(work, draft, bot.name, bot.fallback, !!bot.streams);
  return false;
}

async function handOver(work: Work, draft: Draft, last: { name: string; text: string } | undefined): Promise<void> {
  if (last) await say(work, draft, last.name, last.text);
  const name = (await work.tx.person(draft.row.id, BOT))?.name ?? BOT;
  await work.append(draft, { type: 'transfer', from: authorOf(name) });
  await dismissBot(work, draft);
  await enqueue(work, draft, 'tail');
}

/** The text is whole: the entry in which it grew is a message from now on, and an entry after it tells so. */
export async function completeStream(work: Work, draft: Draft): Promise<void> {
  const { row } = draft;
  if (!row.botStream) return;
  const { seq: of, text } = row.botStream;
  row.botStream = null;
  work.save(draft);
  const [old] = await work.tx.entries(row.id, { after: of - 1, limit: 1, audiences: ['all'] });
  if (old?.body.type !== 'stream') return;
  const { from } = old.body;
  await work.append(draft, { type: 'edit', from, of, text, complete: true }, { sender: BOT });
  await work.tx.reviseEntry({ ...old, body: { type: 'message', from, text } });
}

async function say(work: Work, draft: Draft, name: string, text: string, streamed = false): Promise<void> {
  if (streamed) {
    const { seq } = await work.append(draft, { type: 'stream', from: authorOf(name) }, { sender: BOT });
    draft.row.botStream = { seq, text };
    return;
  }
  await work.append(draft, { type: 'message', from: authorOf(name), text }, { sender: BOT });
}

function authorOf(name: string): Author {
  return { id: BOT, role: 'bot', name };
}

/** Words are looked for as whole words, in any language that puts something between them. */
function fits(when: BotRule['when'], text: string): boolean {
  if (when instanceof RegExp) return new RegExp(when.source, when.flags.replace(/[gy]/g, '')).test(text);
  const said = ` ${plain(text)} `;
  return when.some((phrase) => said.includes(` ${plain(phrase)} `));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
