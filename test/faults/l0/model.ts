/** What must be true of a chat, in as few words as possible: the commands are checked against this, not against another program. */
export class Model {
  /** Everything that was typed on pages that could keep it, in order. */
  readonly typed: string[] = [];
  /** Whether the server can be reached. */
  up = true;
  /** Whether the pages' disk works. */
  disk = true;
  /** Whether the agent has ended the conversation. */
  ended = false;
  /** Which tabs are open. */
  readonly tabs = [true, false, false];
  #count = 0;

  text(): string {
    return `t${++this.#count}`;
  }

  /** Nothing stands between what is typed and the log. */
  get fine(): boolean {
    return this.up && this.disk && !this.ended;
  }
}
