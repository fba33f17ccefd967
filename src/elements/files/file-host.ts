import type { LitElement } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { IntentMap } from '../../session/intents.js';

/** The element that shows files, and what it lends. */
export type FileHost = {
  readonly host: LitElement;
  readonly localize: LocalizeController;
  readonly request: <T extends keyof IntentMap>(type: T, detail: IntentMap[T]) => void;
};

const PARTS = 'file file-tile file-name file-status file-progress file-retry file-remove';

/** Forwards the parts of files under the element's name, where its others are: they come with the first file. */
export function exportParts(host: LitElement, more: string): void {
  const given = host.getAttribute('exportparts');
  if (!given || given.includes(':composer-file') || given.includes(':transcript-file')) return;
  const element = host.localName.replace('chat-', '');
  const parts = `${PARTS} ${more}`.split(' ').map((name) => `${name}:${element}-${name}`);
  host.setAttribute('exportparts', [given, ...parts].join());
}
