import type { Fact } from './facts.js';
import type { Input } from './inputs.js';
import { still, withState, type Step } from './step.js';
import type { ChatState, View } from './types.js';

/** What has no server: open, drafts, sound, notifications, files. */
export function withView(state: ChatState, change: Partial<View>, facts: readonly Fact[] = []): Step {
  const same = (Object.keys(change) as (keyof View)[]).every((name) => Object.is(state.view[name], change[name]));
  return { state: same ? state : withState(state, { view: Object.freeze({ ...state.view, ...change }) }), facts };
}

/** What is typed and not sent; an empty text is none. */
export function onDraft(state: ChatState, { key, text }: Extract<Input, { type: 'draft' }>): Step {
  const { drafts } = state.view;
  if ((Object.hasOwn(drafts, key) ? drafts[key] : '') === text) return still(state);
  const { [key]: _old, ...others } = drafts;
  return withView(state, { drafts: Object.freeze(text === '' ? others : { ...others, [key]: text }) });
}
