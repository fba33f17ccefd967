/** The context of a conversation that starts: what the page's provider returns, under what `startChat` was given. */
import { MAX_KEYS, readContext } from '../arguments-more.js';
import type { ContextProvider } from '../model/providers.js';
import type { Context } from '../model/types.js';
import type { Core } from './core.js';
import { reportUndeclared } from './undeclared.js';

/** What is documented for a provider that fails. */
const FAILED = 'Context provider method execution failed';

/**
 * The whole context. A provider that fails is told by its documented error, and the conversation starts without it: a
 * mistake of the page must not keep its visitors from chatting.
 */
export function contextOf(core: Core, provider: ContextProvider | undefined, custom: Context = {}): Context {
  let provided: Context = {};
  try {
    const given: unknown = provider?.();
    // It would be read as a context without variables.
    if (given instanceof Promise) throw new TypeError('it must return the context, not promise it');
    if (given !== undefined && given !== null) provided = readContext('the context provider', given);
  } catch {
    core.apply({ type: 'error', code: 'context-failed', message: FAILED });
  }
  const context = { ...provided, ...custom };
  // What the page gave for this conversation goes before what it gives for all.
  const most = Object.keys(custom).concat(Object.keys(provided).filter((key) => !Object.hasOwn(custom, key)));
  reportUndeclared(core, most);
  return Object.fromEntries(most.slice(0, MAX_KEYS).map((key) => [key, context[key] as Context[string]]));
}
