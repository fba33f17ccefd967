/** What is in the menu of actions: what a page configures, and what is made of it. */

/** An action of the page. */
export type CustomAction = {
  /** What it is called, in the page's language. */
  readonly label: string;
  /** What it is called in the event; default: the label. */
  readonly action?: string | undefined;
  /** The address of a small picture over http or https, or one or two characters such as an emoji. */
  readonly icon?: string | undefined;
  /** Called when it is chosen, after `chat-action-chosen`, unless the page prevented that. */
  readonly click?: (() => void) | undefined;
};

/** One of ours, by its name, or one of the page. */
export type ChatAction = 'transcript' | 'sound' | CustomAction;

const OURS = ['transcript', 'sound'] as const satisfies readonly ChatAction[];

/** The actions of a menu; what is none is told once and left out. */
export function actionsOf(given: readonly ChatAction[] | boolean | undefined): readonly ChatAction[] {
  if (given === true) return OURS;
  if (!Array.isArray(given)) return [];
  return (given as readonly ChatAction[]).filter((action) => {
    const fine =
      typeof action === 'string'
        ? OURS.includes(action)
        : typeof action === 'object' && action !== null && typeof action.label === 'string' && action.label !== '';
    if (!fine)
      console.warn(
        `[live-chat] actionsMenu: ${JSON.stringify(action)} is left out; an action is ${OURS.map((name) => `'${name}'`).join(', ')} or { label, click }`,
      );
    return fine;
  });
}
