import { markerName } from '../../src/vocabulary/storage.js';

/** Reads the marker the way the shell does. */
export function readMarkerForTest(persist: 'local' | 'session', scope: string): boolean {
  return (persist === 'local' ? localStorage : sessionStorage).getItem(markerName(scope)) === '1';
}
