/** The context of a conversation that starts: what the page's provider returns, under what `startChat` was given. */
import { MAX_KEYS, readContext } from '../arguments-more.js';
import type { ContextProvider } from '../model/providers.js';
import type { Context } from '../model/types.js';
import type { Core } from './core.js';

/** What is documented for a provider that fails. */
const FAILED = 'Context provider method execution failed';

/** Which undeclared variables each page was told of. */
const told = new WeakMap<Core, Set<string>>();

/**
 * The whole context. A provider that fails is told by its documented error, and the conversation starts without it: a
 * mistake of the page must not keep its visitors from chatting.
 */
export function contextOf(core: Core, provider: ContextProvider | undefined, custom: Context = {}): Context {
  let provided: Context = {};
  try {
    const given = provider?.();
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

/** The server makes a text of a variable that is not declared. That is told once: it is most often misspelt. */
function reportUndeclared(core: Core, keys: readonly string[]): void {
  const declared = core.state.capabilities.context ?? [];
  if (declared.length === 0) return;
  const known = told.get(core) ?? new Set(declared);
  told.set(core, known);
  const unknown = keys.filter((key) => !known.has(key));
  for (const key of unknown) known.add(key);
  if (unknown.length === 0) return;
  const detail = `context variables that the server does not declare become texts: ${unknown.join(', ')}`;
  core.apply({ type: 'warning', code: 'context-undeclared', detail });
}
