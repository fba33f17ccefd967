/** What only some pages configure, each with a request of its own: registers it when it is first needed. */
import { PanelExtras, type ExtrasFor } from '../elements/panel-extras.js';

/** Makes what the window asks for its form, its emojis, its actions, its overlay and a message that is left. */
export const extras = (of: ExtrasFor): PanelExtras =>
  new PanelExtras(of, {
    form: () => import('./chat-form.js'),
    emojis: () => import('./chat-emojis.js'),
    actions: () => import('./chat-actions.js'),
    leave: () => import('./chat-leave-message.js'),
    threads: () => import('./chat-threads.js'),
    overlay: () => import('./chat-overlay.js'),
  });
