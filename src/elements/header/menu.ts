import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { MenuController } from '../../controllers/menu-controller.js';
import type { IntentMap } from '../../session/intents.js';
import type { View } from '../../session/model/types.js';
import { bellIcon, endIcon, soundIcon } from '../icons.js';

/** What the menu shows and does. */
export type HeaderMenu = {
  readonly view: View;
  readonly running: boolean;
  readonly localize: LocalizeController;
  readonly menu: MenuController;
  readonly request: <T extends keyof IntentMap>(type: T, detail: IntentMap[T]) => void;
  readonly end: () => void;
};

/** Whether the browser has notifications here, and whether the visitor forbade them for this site. */
const permission = (): NotificationPermission | undefined =>
  'Notification' in window && isSecureContext ? Notification.permission : undefined;

function switchTemplate(
  on: boolean,
  icon: TemplateResult,
  label: TemplateResult | string,
  act: (() => void) | undefined,
): TemplateResult {
  return html`<button
    class="item"
    part="menu-item"
    role="menuitemcheckbox"
    tabindex="-1"
    aria-checked=${on}
    aria-disabled=${act ? nothing : 'true'}
    @click=${act}
  >
    ${icon}<span>${label}</span><i class="switch"></i>
  </button>`;
}

/** Sound, desktop notifications, end. */
export function menuTemplate({ view, running, localize, menu, request, end }: HeaderMenu): TemplateResult {
  const may = permission();
  const notify = view.notify && may === 'granted';
  const label =
    may === 'denied'
      ? html`${localize.term('notifications')}<small>${localize.term('notificationsBlocked')}</small>`
      : localize.term('notifications');
  return html`<div
    class="menu"
    part="menu"
    role="menu"
    aria-label=${localize.term('options')}
    @keydown=${menu.onMenuKeydown}
    @focusout=${menu.onFocusout}
  >
    ${switchTemplate(!view.muted, soundIcon(), localize.term('sound'), () => request('chat-mute-request', { muted: !view.muted }))}
    ${may ? switchTemplate(notify, bellIcon(), label, may === 'denied' ? undefined : () => request('chat-notify-request', { notify: !notify })) : nothing}
    ${
      running
        ? html`<hr />
            <button class="item danger" part="menu-item" role="menuitem" tabindex="-1" @click=${end}>
              ${endIcon()}<span>${localize.term('endChat')}</span>
            </button>`
        : nothing
    }
  </div>`;
}
