/** Two short tones, made and not loaded. They play only after the agent has touched the page, and never when muted. */

const KEY = 'live-chat-desk:muted';

/** Which tone: somebody waits for this agent, or a message came. */
export type Tone = 'offer' | 'message';

/** Frequency in hertz, start and length in seconds. */
const TONES: Record<Tone, readonly (readonly [number, number, number])[]> = {
  offer: [
    [659.26, 0, 0.18],
    [880, 0.14, 0.32],
  ],
  message: [[783.99, 0, 0.16]],
};

/** Ten messages at once are one sound. */
const PAUSE = 900;

/** See the module. */
export class Sounds extends EventTarget {
  #context: AudioContext | undefined;
  #lastAt = 0;
  #muted: boolean;

  constructor(private readonly storage: () => Storage) {
    super();
    this.#muted = this.#read();
    for (const gesture of ['pointerdown', 'keydown'])
      addEventListener(gesture, this.#unlock, { capture: true, passive: true });
  }

  /** Whether sounds are off; remembered in this browser. Changing it fires `change`. */
  get muted(): boolean {
    return this.#muted;
  }

  set muted(muted: boolean) {
    this.#muted = muted;
    try {
      this.storage().setItem(KEY, muted ? '1' : '0');
    } catch {
      // Blocked storage: it is remembered until the page is left.
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Plays a tone, if it may. */
  play(tone: Tone): void {
    const context = this.#context;
    const now = Date.now();
    if (this.#muted || !context || context.state !== 'running' || now - this.#lastAt < PAUSE) return;
    this.#lastAt = now;
    for (const [frequency, start, length] of TONES[tone]) ring(context, frequency, context.currentTime + start, length);
  }

  /** Browsers let a page sound only after a gesture; before the first one there is not even a context. */
  readonly #unlock = (): void => {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') void this.#context.resume();
  };

  #read(): boolean {
    try {
      return this.storage().getItem(KEY) === '1';
    } catch {
      return false;
    }
  }
}

function ring(context: AudioContext, frequency: number, at: number, length: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.18, at + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length);
}
