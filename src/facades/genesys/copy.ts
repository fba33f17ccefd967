import { ChatError } from '../../session/model/errors.js';

/** Names that could reach a prototype, wherever what is copied is assigned to something later. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_DEEP = 12;

/** A plain object: written as a literal, parsed from JSON, or without a prototype; of any window. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Copies what a page configured, deeply, and freezes the copy: what is changed later changes nothing here. Functions and
 * objects of a class stay what they are. Names that could reach a prototype are left out.
 * @param path - the name of the value, for the error
 * @throws ChatError `invalid`, naming the field: it can't be read, or refers to itself
 */
export function copyOf<Value>(value: Value, path: string, depth = 0): Value {
  if (!Array.isArray(value) && !isPlain(value)) return value;
  if (depth > MOST_DEEP)
    throw new ChatError('invalid', `${path}: is nested more than ${MOST_DEEP} deep, or refers to itself; flatten it`);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return Object.freeze(items.map((item, i) => copyOf(item, `${path}[${i}]`, depth + 1))) as Value;
  }
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value))
    if (!FORBIDDEN.has(name)) copy[name] = copyOf(read(value, name, path), `${path}.${name}`, depth + 1);
  return Object.freeze(copy) as Value;
}

function read(object: Readonly<Record<string, unknown>>, name: string, path: string): unknown {
  try {
    return object[name];
  } catch (cause) {
    throw new ChatError('invalid', `${path}.${name}: reading it throws; give it a plain value`, { cause });
  }
}

/** What stands at a path of own names, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const name of path.split('.')) {
    if (!isPlain(here) || !Object.hasOwn(here, name)) return undefined;
    here = here[name];
  }
  return here;
}
