const EVERY = 1200;

/** Shows a text in the page's title, in turn with the title itself, while nobody looks at the page; then puts it back. */
export class TitleFlash {
  #title = '';
  #ours: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Starts, or goes on with another text. Does nothing in a page that is being looked at. */
  start(text: string): void {
    if (document.visibilityState === 'visible') return;
    this.#keep();
    if (this.#timer === undefined) document.addEventListener('visibilitychange', this.stop);
    clearInterval(this.#timer);
    this.#show(text);
    this.#timer = setInterval(() => {
      this.#keep();
      if (this.#ours === undefined) this.#show(text);
      else this.#restore();
    }, EVERY);
  }

  /** Puts the title back. */
  readonly stop = (): void => {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('visibilitychange', this.stop);
    this.#keep();
    this.#restore();
  };

  /** The page may give itself another title meanwhile: that one is kept. */
  #keep(): void {
    if (document.title === this.#ours) return;
    this.#title = document.title;
    this.#ours = undefined;
  }

  #show(text: string): void {
    document.title = text;
    // As the browser has it: it takes blanks away.
    this.#ours = document.title;
  }

  #restore(): void {
    if (this.#ours === undefined) return;
    this.#ours = undefined;
    document.title = this.#title;
  }
}
