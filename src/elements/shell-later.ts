/** What an opened `<live-chat>` can be without for a moment: fetched by itself, after what is needed to write. */
import { Alerts } from '../controllers/alerts.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import type { LiveChat } from './live-chat.js';
import { TAKES_FOCUS } from './overlay/uncover.js';
import type { ShellHandle } from './shell-handle.js';

/** Gives a shell its sounds and notifications, and has it notice what the page puts into it later. */
export function later(shell: LiveChat, handle: ShellHandle): void {
  new Alerts(shell, { handle: () => handle, localize: new LocalizeController(shell) });
  // A child for a slot that is not rendered yet changes no slot: nothing else would tell.
  new MutationObserver((records) => {
    // The text field goes away: who was writing goes on in what covers it.
    if (shell.shadowRoot?.activeElement)
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element && node.slot === 'overlay') node.toggleAttribute(TAKES_FOCUS, true);
    shell.requestUpdate();
  }).observe(shell, { childList: true });
  shell.requestUpdate();
}
