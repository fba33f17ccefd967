/** Checks of what page code passes to the verbs that are loaded later. */
import { MORE_TEXTS } from '../vocabulary/more-texts.js';
import { COMMAND_TEXTS } from '../vocabulary/texts.js';
import { readMessage } from './arguments.js';
import { checkText, cleanText } from './flows/pipeline.js';
import type { LeaveMessageOptions } from './host.js';
import { ChatError } from './model/errors.js';
import type { Context } from './model/types.js';

const MAX_FIELD = 256;

/** The options of `leaveMessage`. @throws ChatError `empty`, or `invalid`, naming the field */
export function readLeft(options: LeaveMessageOptions): LeaveMessageOptions {
  const message = cleanText(readMessage(options));
  if (message.trim() === '') throw new ChatError('empty', COMMAND_TEXTS.sendMessage.empty);
  const field = (name: 'name' | 'email'): string | undefined => {
    const value: unknown = options[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string' || value.length > MAX_FIELD)
      throw new ChatError('invalid', `leaveMessage: ${name} must be a string of at most ${MAX_FIELD} characters`);
    return cleanText(value);
  };
  return { message, name: field('name'), email: field('email') };
}

/** The most context variables of one conversation, as documented. */
export const MAX_KEYS = 100;
const MAX_KEY = 128;
const MAX_VALUE = 1024;

/** Names that could reach a prototype. */
const UNFIT = new Set(['__proto__', 'constructor', 'prototype']);

type Primitive = Context[string]['value'];

/**
 * Reads variables in both documented forms, `{ value, isDisplayable }` and the value alone.
 * @throws ChatError `invalid`, naming the variable and the remedy
 */
export function readContext(verb: string, given: unknown): Context {
  const refuse = (why: string): never => {
    throw new ChatError('invalid', `${verb}: customContext ${why}`);
  };
  if (!isObject(given)) return refuse('must be an object like { key: { value, isDisplayable } }');
  const context: Record<string, Context[string]> = {};
  const entries = Object.entries(given).filter(([key]) => !UNFIT.has(key));
  if (entries.length > MAX_KEYS) return refuse(`has ${entries.length} keys; at most ${MAX_KEYS} are taken`);
  for (const [key, item] of entries) {
    if (key === '' || key.length > MAX_KEY)
      return refuse(`has a key that is empty or longer than ${MAX_KEY} characters`);
    const { value, isDisplayable } = isObject(item) ? item : { value: item, isDisplayable: undefined };
    if (!isPrimitive(value)) return refuse(`${key} must be a string, a finite number, a boolean or null`);
    if (typeof value === 'string' && value.length > MAX_VALUE)
      return refuse(`${key} is longer than ${MAX_VALUE} characters`);
    context[cleanText(key)] = {
      value: typeof value === 'string' ? cleanText(value) : value,
      ...(isDisplayable === true && { display: true }),
    };
  }
  return context;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPrimitive(value: unknown): value is Primitive {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}

const isRegExp = (value: unknown): value is RegExp => Object.prototype.toString.call(value) === '[object RegExp]';

/** The expressions among the options of `addPrefilter`, of any window of the page. */
export function readFilters(options: unknown): readonly RegExp[] {
  const { filters } = (options ?? {}) as { readonly filters?: unknown };
  const all: readonly unknown[] = [filters].flat();
  if (all.length === 0 || !all.every(isRegExp)) throw new ChatError('invalid', MORE_TEXTS.addPrefilter.invalid);
  return all;
}

/** The options of `sendFilteredMessage`. */
export function readFiltered(
  options: unknown,
  maxText: number,
): { readonly text: string; readonly regex: RegExp | undefined } {
  const text = cleanText(readMessage(options));
  checkText(text, maxText, COMMAND_TEXTS.sendMessage.empty);
  const { regex } = options as { readonly regex?: unknown };
  if (regex !== undefined && !isRegExp(regex))
    throw new ChatError('invalid', `sendFilteredMessage: regex must be a regular expression, not ${typeof regex}`);
  return { text, regex };
}

/** The text among the options of `sendCustomNotice`. One without words is a notice, too. */
export function readNotice(options: unknown, maxText: number): string {
  const { message } = (options ?? {}) as { readonly message?: unknown };
  if (typeof message !== 'string')
    throw new ChatError('invalid', `sendCustomNotice: message must be a string, not ${typeof message}`);
  const text = cleanText(message);
  if (text !== '') checkText(`.${text.slice(1)}`, maxText, '');
  return text;
}
