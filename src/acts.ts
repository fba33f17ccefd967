/**
 * All that an empty `<live-chat>` loads at the first act, in one piece: the window's elements, the session and the
 * transport. One request, and one dictionary for the compression.
 */
import type { LiveChat } from './elements/live-chat.js';
import { ShellActs } from './elements/shell-acts.js';
import type { ShellHandle } from './elements/shell-handle.js';
import { acquire } from './engine.js';
import './define/panel.js';

/** Makes the second half of a shell. */
export const acts = (shell: LiveChat, handle: ShellHandle): ShellActs =>
  new ShellActs(shell, handle, acquire, () => import('./define/extras.js'));
