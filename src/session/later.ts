import { MORE_VERBS } from '../vocabulary/verbs.js';
import type { MoreVerbs } from './host.js';
import { ChatError } from './model/errors.js';

type Loose = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/**
 * Verbs whose code is loaded when the first of them is called, and then called in the order of the calls. A load that
 * fails rejects with `load-failed`, and the next call tries again.
 */
export function later(load: () => Promise<MoreVerbs>): MoreVerbs {
  let loading: Promise<MoreVerbs> | undefined;
  const call = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const verbs = await (loading ??= load()).catch((cause: unknown) => {
      loading = undefined;
      throw new ChatError('load-failed', `${name}: its code could not be loaded; try again`, { cause });
    });
    return (verbs as unknown as Loose)[name]?.(...args);
  };
  return Object.fromEntries(
    MORE_VERBS.map((name) => [name, (...args: readonly unknown[]) => call(name, args)]),
  ) as unknown as MoreVerbs;
}
