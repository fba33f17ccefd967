/** Tells the page which context variables the server does not declare: they are most often misspelt. */
import type { Core } from './core.js';

/** Which variables each page was told of. */
const told = new WeakMap<Core, Set<string>>();

const FATE = { create: 'become texts', ignore: 'are left out' } as const;

/** Tells of each variable once. Of a server that does not say what it declares, nothing is known. */
export function reportUndeclared(core: Core, keys: readonly string[]): void {
  const { context } = core.state.capabilities;
  if (!context) return;
  const known = told.get(core) ?? new Set();
  told.set(core, known);
  const unknown = keys.filter((key) => !known.has(key) && !context.variables.includes(key));
  for (const key of unknown) known.add(key);
  if (unknown.length === 0) return;
  const detail = `context variables that the server does not declare ${FATE[context.undeclared]}: ${unknown.join(', ')}`;
  core.apply({ type: 'warning', code: 'context-undeclared', detail });
}

/** The same of what the customer's token has, as the server says. */
export function reportClaimed(core: Core): void {
  const claimed = core.state.capabilities.context?.claimed;
  if (Array.isArray(claimed)) reportUndeclared(core, claimed.filter((key) => typeof key === 'string').slice(0, MOST));
}

/** The most names of which a warning is made. */
const MOST = 100;
