/** Two short notes, rising: heard in an office, not minded. */
const NOTES: readonly (readonly [frequency: number, at: number])[] = [
  [784, 0],
  [1047, 0.09],
];
const LOUD = 0.11;

let context: AudioContext | undefined;
let listening = false;

/**
 * Waits for the person's first gesture: browsers give sound to no page before, and Safari only during one. The context
 * is made then, once for the page, and not for a page without a chat.
 */
export function unlockSound(): void {
  if (listening || typeof AudioContext === 'undefined') return;
  listening = true;
  const types = ['pointerup', 'touchend', 'keydown'];
  const unlock = (): void => {
    context ??= new AudioContext();
    void context.resume().then(
      () => types.forEach((type) => document.removeEventListener(type, unlock, true)),
      // Not a gesture in this browser's eyes: the next one may be.
      () => undefined,
    );
  };
  for (const type of types) document.addEventListener(type, unlock, { capture: true, passive: true });
}

/** Plays the tone; silent before the first gesture. */
export function playTone(): void {
  if (context?.state !== 'running') return;
  const start = context.currentTime + 0.01;
  for (const [frequency, at] of NOTES) {
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(LOUD, start + at + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.32);
    gain.connect(context.destination);
    const note = new OscillatorNode(context, { type: 'sine', frequency });
    note.connect(gain);
    note.start(start + at);
    note.stop(start + at + 0.34);
  }
}
