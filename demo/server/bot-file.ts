/** The bot of a JSON file: `{ name, greeting, rules: [{ when: ["word"], say, handOver }], fallback, patience, handOver, streams }`. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { BotSettings } from './core/bot.js';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));

const bot = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  greeting: v.optional(v.array(text), []),
  rules: v.array(
    v.object({
      when: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
      say: v.optional(text),
      handOver: v.optional(v.boolean()),
    }),
  ),
  fallback: text,
  patience: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 2),
  handOver: v.optional(text),
  streams: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1000))),
});

/** Reads it. Throws with the name of the file and of what is wrong in it. */
export function loadBot(file: string): BotSettings {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} can't be read as JSON`, { cause });
  }
  const parsed = v.safeParse(bot, data);
  if (parsed.success) return parsed.output;
  throw new Error(`${file}: ${v.getDotPath(parsed.issues[0]) ?? 'the bot'} is not valid`);
}
