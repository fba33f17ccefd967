/** Checks of what page code passes to verbs: a clear error names the field and the remedy. */
import { COMMAND_TEXTS } from '../vocabulary/texts.js';
import { cleanText } from './flows/pipeline.js';
import { ChatError } from './model/errors.js';
import type { Profile, UserData } from './model/types.js';

const FIELDS = ['nickname', 'firstname', 'lastname', 'email', 'subject'] as const;
const MAX_FIELD = 256;
const MAX_KEYS = 100;
const MAX_VALUE = 1024;

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** The profile among the options of `startChat`. @throws ChatError `invalid`, naming the field */
export function readProfile(options: unknown): Profile {
  if (options === undefined || options === null) return {};
  if (!isPlain(options))
    throw new ChatError('invalid', 'startChat: the options must be an object like { nickname, userData }');
  const profile: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = options[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string')
      throw new ChatError('invalid', `startChat: ${field} must be a string, not ${typeof value}`);
    if (value.length > MAX_FIELD)
      throw new ChatError('invalid', `startChat: ${field} is longer than ${MAX_FIELD} characters; shorten it`);
    profile[field] = cleanText(value);
  }
  return profile;
}

/**
 * User data: a flat object of strings, numbers, booleans and null. Keys that could reach a prototype are data like any
 * other here, and are left out, because whatever reads them later may not be as careful.
 * @throws ChatError `invalid` with the documented text
 */
export function readUserData(value: unknown): UserData {
  if (value === undefined) return {};
  const refuse = (why: string): never => {
    throw new ChatError('invalid', COMMAND_TEXTS.startChat.invalid, { cause: new TypeError(`userData: ${why}`) });
  };
  if (!isPlain(value)) return refuse('must be a plain object');
  const data: Record<string, string | number | boolean | null> = {};
  const entries = Object.entries(value).filter(
    ([key]) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype',
  );
  if (entries.length > MAX_KEYS) return refuse(`has ${entries.length} keys, at most ${MAX_KEYS} are taken`);
  for (const [key, item] of entries) {
    const fine =
      item === null ||
      typeof item === 'boolean' ||
      typeof item === 'string' ||
      (typeof item === 'number' && Number.isFinite(item));
    if (!fine) return refuse(`${key} must be a string, a finite number, a boolean or null`);
    if (typeof item === 'string' && item.length > MAX_VALUE)
      return refuse(`${key} is longer than ${MAX_VALUE} characters`);
    if (key === '' || key.length > 128) return refuse('a key is empty or longer than 128 characters');
    data[cleanText(key)] = typeof item === 'string' ? cleanText(item) : item;
  }
  return data;
}

/** The page's language for the agent's eyes: a mistake in a `lang` attribute must not keep the visitor from chatting. */
export function readLanguage(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z\d-]{1,35}$/i.test(value) ? value : undefined;
}

/** The text among the options of `sendMessage`. @throws ChatError `empty` with the documented text */
export function readMessage(options: unknown): string {
  const message = isPlain(options) ? options['message'] : undefined;
  if (typeof message !== 'string' || message.trim() === '')
    throw new ChatError('empty', COMMAND_TEXTS.sendMessage.empty);
  return message;
}

/** The preview among the options of `sendTyping`, under its documented and its natural spelling. */
export function readPreview(options: unknown): string {
  const preview = isPlain(options) ? (options['Message'] ?? options['message']) : undefined;
  return typeof preview === 'string' ? preview : '';
}
