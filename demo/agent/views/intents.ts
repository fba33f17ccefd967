/** What parts of the desk ask for; the workspace does it. */

/** See the module. */
export type Intent =
  | {
      readonly type:
        | 'select'
        | 'accept'
        | 'decline'
        | 'transfer'
        | 'take-over'
        | 'end'
        | 'block'
        | 'begin'
        | 'close'
        | 'attend'
        | 'speak'
        | 'leave'
        | 'rich';
      readonly conversation: string;
    }
  | { readonly type: 'edit'; readonly conversation: string; readonly seq: number; readonly text: string }
  | { readonly type: 'retract'; readonly conversation: string; readonly seq: number }
  | { readonly type: 'handled'; readonly message: string }
  | { readonly type: 'help' | 'back' | 'details' | 'sign-out' };

/** Carries an {@link Intent} up through shadow roots. */
export class IntentEvent extends Event {
  static readonly type = 'desk-intent';

  constructor(readonly intent: Intent) {
    super(IntentEvent.type, { bubbles: true, composed: true });
  }
}

/** A listener that asks for something, unless its button is disabled (which stays focusable, and therefore clickable). */
export function ask(intent: Intent): (event: Event) => void {
  return ({ currentTarget }) => {
    if (!(currentTarget instanceof Element) || currentTarget.getAttribute('aria-disabled') === 'true') return;
    currentTarget.dispatchEvent(new IntentEvent(intent));
  };
}

declare global {
  interface HTMLElementEventMap {
    'desk-intent': IntentEvent;
  }
}
