import type { LiveChat } from '../live-chat.js';

/** On what takes the focus when it shows, because what it covers had it. */
export const TAKES_FOCUS = 'data-takes-focus';

/** What the page has put over the conversation. */
const COVERS = ':scope > [slot="overlay"]';

/**
 * Takes away what covers the conversation; resolves with whether anything did. Where it had the focus, the text field takes it: the
 * visitor goes on there.
 */
export async function uncover(shell: LiveChat): Promise<boolean> {
  const covers = shell.querySelectorAll(COVERS);
  const root = shell.shadowRoot;
  const within =
    root?.activeElement?.localName === 'chat-overlay' || shell.querySelector(`${COVERS}:focus-within`) !== null;
  for (const cover of covers) cover.remove();
  shell.requestUpdate();
  await shell.updateComplete;
  // On a phone the keyboard would cover what the visitor came to read.
  const entry = matchMedia('(pointer: coarse)').matches ? 'chat-window' : 'chat-form, chat-composer';
  if (within) root?.querySelector<HTMLElement>(entry)?.focus();
  return covers.length > 0;
}
