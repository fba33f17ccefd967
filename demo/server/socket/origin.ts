/**
 * Which pages may talk to the server. Browsers send an `Origin` with every WebSocket handshake and every request to another
 * origin, and pages can't forge it. Programs that are no browsers send none, and could write what they like: they are
 * stopped by credentials and rates, not here.
 */
import type { Origins } from '../options.js';
import type { Way } from './address.js';

/** Whether a handshake with this `Origin` header is taken. */
export function originAllowed(origin: string | undefined, way: Way, origins: Origins | undefined): boolean {
  if (origin === undefined || origins === 'any') return true;
  if (!isOrigin(origin)) return false;
  if (typeof origins === 'function') return origins(origin);
  if (origins) return origins.includes(origin);
  return isOwn(origin, way);
}

/** Whether it is the server's own: the only one from which agents sign in. */
export function isOwn(origin: string, way: Way): boolean {
  if (!isOrigin(origin) || way.host === undefined) return false;
  const { protocol } = new URL(origin);
  if (way.schemeKnown && (protocol === 'https:') !== way.secure) return false;
  // Through the parser, so that default ports and letter case don't matter.
  return URL.canParse(`${protocol}//${way.host}`) && new URL(`${protocol}//${way.host}`).origin === origin;
}

/** A web page's origin, written as browsers write it. `null` is not one: sandboxed frames and files have it. */
function isOrigin(origin: string): boolean {
  return /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
}
