import type { Input } from './inputs.js';
import { withState, type Step } from './step.js';
import type { ChatState, View } from './types.js';

type ViewInput = Extract<Input, { type: 'open' | 'draft' | 'muted' | 'notify' | 'files' | 'left' }>;

function withView(state: ChatState, change: Partial<View>): Step {
  const same = (Object.keys(change) as (keyof View)[]).every((name) => Object.is(state.view[name], change[name]));
  return { state: same ? state : withState(state, { view: Object.freeze({ ...state.view, ...change }) }), facts: [] };
}

/** What has no server: open, drafts, sound, notifications. */
export function onView(state: ChatState, input: ViewInput): Step {
  switch (input.type) {
    case 'open':
      return withView(state, { open: input.open });
    case 'muted':
      return withView(state, { muted: input.muted });
    case 'notify':
      return withView(state, { notify: input.notify });
    case 'files':
      return withView(state, { files: input.files });
    case 'left':
      return withView(state, { left: input.left });
    case 'draft': {
      const { drafts } = state.view;
      if ((Object.hasOwn(drafts, input.key) ? drafts[input.key] : '') === input.text) return withView(state, {});
      const { [input.key]: _old, ...others } = drafts;
      return withView(state, {
        drafts: Object.freeze(input.text === '' ? others : { ...others, [input.key]: input.text }),
      });
    }
  }
}
