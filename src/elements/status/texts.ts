import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { alertIcon, clockIcon, offlineIcon, queueIcon } from '../icons.js';
import { isClosed, type Banner } from './banners.js';

type Text = string | TemplateResult;

/** What a banner says. */
export function textOf(banner: Banner, l: LocalizeController): Text {
  switch (banner.type) {
    case 'engine-failed':
      return l.term('engineFailed');
    case 'offline':
      return l.term('offline');
    case 'unreachable':
      return l.term('serverOffline');
    case 'reconnecting': {
      // The number goes up without an end; it is for the eye, and must not be read out each time.
      const still = l.term('reconnecting', 0);
      return banner.attempts > 1
        ? html`<span class="visually-hidden">${still}</span
            ><span aria-hidden="true">${l.term('reconnecting', banner.attempts)}</span>`
        : still;
    }
    case 'catching-up':
      return l.term('catchingUp');
    case 'refused':
      return l.term('refused', l.term('error', banner.code));
    case 'start-failed': {
      const reason = l.term('error', banner.code);
      return isClosed(banner) ? reason : l.term('startFailed', reason);
    }
    case 'restore-failed':
      return l.term('restoreFailed');
    case 'queue':
      return queueText(banner.place, l);
    case 'idle-warning':
      return l.term('idleWarning', banner.until === undefined ? undefined : l.time(banner.until));
    case 'storage':
      return l.term('storageMemory');
    case 'ended':
      return l.term('ended', banner.by, banner.reason);
  }
}

function queueText(place: Extract<Banner, { type: 'queue' }>['place'], l: LocalizeController): Text {
  if (!place) return l.term('queueWaiting');
  const { position, wait } = place;
  const line = l.term('queuePosition', position);
  return wait === undefined
    ? line
    : html`${line}<span class="wait"> ${l.term('queueWait', l.duration(wait * 1000))}</span>`;
}

/** The sign beside it. */
export function iconOf(banner: Banner): TemplateResult | typeof nothing {
  const { type } = banner;
  if (type === 'queue') return queueIcon();
  if (type === 'offline' || type === 'unreachable') return offlineIcon();
  if (type === 'reconnecting' || type === 'catching-up') return html`<span class="spinner" aria-hidden="true"></span>`;
  if (type === 'idle-warning' || isClosed(banner)) return clockIcon();
  return type === 'ended' ? nothing : alertIcon();
}
