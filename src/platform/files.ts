import type { FilePort } from '../session/ports.js';
import { idbStore } from './idb-store.js';
import type { Persist } from './marker.js';

/** So long a saved file stays readable: browsers begin to save a moment after the click. */
const KEEP = 60_000;

/** The browser's half of files: where their bytes are kept until they are sent, and how one is saved. */
export function browserFiles(persist: Persist, scope: string): FilePort {
  return {
    // In one tab only, or not at all, is what the page has chosen: then a reload asks for the files again.
    blobs: persist === 'local' ? idbStore<Blob>(`${scope}/blob`) : undefined,
    save,
  };
}

/**
 * Fetched first and saved from memory: an address of another origin would be opened in place of the page if the server
 * said no. Nothing is added to the page.
 */
async function save(url: string, name: string, signal: AbortSignal): Promise<void> {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new TypeError('not an address of the web');
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP);
}
