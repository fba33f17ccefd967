/** What `npm start` is told by its environment. What can't be meant is refused: guessing would open what should be closed. */
import { DEFAULT_SETTINGS } from './core/settings.js';

/** See docs/server.md for each of them. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string | undefined;
  readonly agentsFile: string | undefined;
  readonly botFile: string | undefined;
  readonly configFile: string | undefined;
  readonly origins: readonly string[] | undefined;
  readonly proxies: number;
  /** The largest file in MiB; 0 for none. */
  readonly fileMegabytes: number;
  readonly retentionDays: number;
  readonly logLevel: LogLevel;
}

/** How much is logged: everything from this level on. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All levels, in rising order. */
export const LOG_LEVELS = ['info', 'warn', 'error', 'off'] as const;

/** More could not be meant, and fits into no date. */
const MOST_DAYS = 36_500;

/** As much as one person may send in a conversation: a larger file would be announced and then refused. */
const MOST_MEGABYTES = DEFAULT_SETTINGS.files.perConversation.bytes / 1_048_576;

/** Reads the environment. Throws an error that names the variable and the remedy. */
export function environmentFrom(env: Readonly<Record<string, string | undefined>>): Environment {
  const text = (name: string, remedy: string): string | undefined => {
    const value = env[name]?.trim();
    if (value === '') throw refusal(name, value, remedy);
    return value;
  };
  const whole = (name: string, most: number, remedy: string): number | undefined => {
    const value = text(name, remedy);
    if (value === undefined) return undefined;
    if (!/^\d+$/.test(value) || Number(value) > most) throw refusal(name, value, remedy);
    return Number(value);
  };
  return {
    port: whole('PORT', 65_535, 'a port from 0 to 65535') ?? 8080,
    host: text('HOST', 'an address to listen on, such as 127.0.0.1') ?? '127.0.0.1',
    dataFolder: text('DATA_DIR', 'a folder'),
    agentsFile: text('AGENTS_FILE', 'a file'),
    botFile: text('BOT_FILE', 'a file'),
    configFile: text('CONFIG_FILE', 'a file'),
    origins: text('ORIGINS', ORIGINS)?.split(',').map(origin),
    proxies: whole('TRUST_PROXY', 100, 'how many reverse proxies stand in front, such as 1') ?? 0,
    fileMegabytes: whole('FILE_SIZE_MB', MOST_MEGABYTES, MEGABYTES) ?? 20,
    retentionDays: whole('RETENTION_DAYS', MOST_DAYS, 'a whole number of days, or 0 to keep everything for ever') ?? 30,
    logLevel: logLevel(text('LOG_LEVEL', LEVELS) ?? 'warn'),
  };
}

const MEGABYTES = `a whole number of MiB up to ${MOST_MEGABYTES}, or 0 to take no files`;
const ORIGINS = 'the pages’ origins, separated by commas, such as https://shop.example';
const LEVELS = `one of ${LOG_LEVELS.join(', ')}`;

/** As browsers write it: anything else would never be equal to what they send. */
function origin(given: string): string {
  const trimmed = given.trim();
  if (!/^https?:/.test(trimmed) || !URL.canParse(trimmed) || new URL(trimmed).origin !== trimmed)
    throw refusal('ORIGINS', trimmed, ORIGINS);
  return trimmed;
}

function logLevel(given: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === given);
  if (level === undefined) throw refusal('LOG_LEVEL', given, LEVELS);
  return level;
}

function refusal(name: string, value: string, remedy: string): Error {
  return new Error(`${name} can't be ${JSON.stringify(value)}: give ${remedy}, or leave it out`);
}
