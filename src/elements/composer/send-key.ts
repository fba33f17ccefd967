/** Which Enter sends. */
export type SendOn = 'auto' | 'enter' | 'mod-enter' | 'never';

/** On a touch keyboard there is no Shift for a new line, so there Enter is one. */
export function effective(sendOn: SendOn): Exclude<SendOn, 'auto'> {
  return sendOn !== 'auto' ? sendOn : matchMedia('(pointer: coarse)').matches ? 'mod-enter' : 'enter';
}

/**
 * Tells an Enter that sends from one that does not. An input method uses Enter to accept what it offers: browsers say so
 * by `isComposing`, by key code 229, or (Safari) by a `compositionend` in the same task just before.
 */
export class SendKey {
  #composed = false;
  #composing = false;

  /** An input method is at work: the field must not be touched. */
  get composing(): boolean {
    return this.#composing;
  }

  /** For `compositionstart` and `compositionend`. */
  readonly composition = (event: CompositionEvent): void => {
    this.#composing = event.type === 'compositionstart';
    if (this.#composing) return;
    this.#composed = true;
    setTimeout(() => (this.#composed = false));
  };

  /** Whether this key press means "send". */
  sends(event: KeyboardEvent, sendOn: SendOn): boolean {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
    // Deprecated, and the only thing that WebKit tells.
    if (event.isComposing || event.keyCode === 229 || this.#composed) return false;
    const mode = effective(sendOn);
    return mode !== 'never' && (mode === 'enter' || event.ctrlKey || event.metaKey);
  }
}
