/** F23: texts that have broken programs. Each arrives as it is, or is refused before it is sent; the line survives both. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isChatError } from '../../../src/session/model/is-chat-error.js';
import { cleanText } from '../../../src/session/flows/pipeline.js';
import { until, type RowRig } from './rig.js';

const require = createRequire(import.meta.url);
const naughty = require.resolve('big-list-of-naughty-strings');

const REPEATED = ['👩‍🚀', '\u0301', 'ﷺ', '\u202e', '\ud83d', '\u200d', '<b>', '&', '\\', '"', '\u2028', '\t', '𝒳', 'a\0'];

/** The big list, and what it has not: sizes at the limit and far beyond, halves of characters, what JSON writes longer. */
export const TEXTS: readonly string[] = [
  ...(JSON.parse(readFileSync(naughty, 'utf8')) as string[]),
  ...[
    '',
    ' ',
    '\n',
    '\u3000',
    '\0',
    '\ud800',
    '\udfff',
    '\ud800\ud800x',
    'x\udc00',
    '\r\n\r',
    '__proto__',
    '{"type":"end"}',
  ],
  ...REPEATED.flatMap((piece) => [3, 4_000, 4_001].map((length) => piece.repeat(length).slice(0, length))),
  '👩‍🚀'.repeat(65_536),
  'lorem ipsum '.repeat(87_382),
  'x'.repeat(10_000_000),
];

/** Sends one of them. Resolves with what is wrong. */
export async function sendText(rig: RowRig, given: string): Promise<readonly string[]> {
  const { page } = rig;
  const name = JSON.stringify(given.slice(0, 40));
  // Where it is the first word there is nothing to lose yet.
  if (page.state.current === undefined) await rig.says();
  const text = cleanText(given);
  const before = (await rig.log()).length;
  const reported = page.reports.length;
  rig.ledger.type(page.id, text);
  page.perform('chat-send-request', { text: given });
  const fits = text.trim() !== '' && text.length <= page.state.capabilities.maxText;
  const ends = async () => (fits ? (await rig.log()).length > before : page.reports.length > reported);
  if (!(await until(ends))) return [`${name} was neither sent nor refused`];
  const wrong: string[] = [];
  const log = await rig.log();
  if (fits && log.at(-1)?.text !== text) wrong.push(`${name} was stored as something else`);
  if (!fits && log.length > before) wrong.push(`${name} was stored, although it does not fit`);
  if (!fits && !isChatError(page.reports.at(-1))) wrong.push(`${name} was not refused by name`);
  const shown = () => page.texts.at(-1) === log.at(-1)?.text && page.echoes.length === 0;
  if (!(await until(shown))) wrong.push(`${name} is not shown as it is`);
  if (page.state.connection.status !== 'online') wrong.push(`${name} broke the line`);
  return wrong;
}
