import type { ChatState, Phase } from '../../src/session/model/types.js';
import { RICH_KINDS } from '../../src/protocol/rich.js';
import { actionsCells } from './cells/chat-actions.js';
import { composerCells } from './cells/chat-composer.js';
import { emojisCells } from './cells/chat-emojis.js';
import { formCells } from './cells/chat-form.js';
import { headerCells } from './cells/chat-header.js';
import { invitationCells } from './cells/chat-invitation.js';
import { leaveMessageCells } from './cells/chat-leave-message.js';
import { launcherCells } from './cells/chat-launcher.js';
import { messageCells } from './cells/chat-message.js';
import { overlayCells } from './cells/chat-overlay.js';
import { statusCells } from './cells/chat-status.js';
import { threadsCells } from './cells/chat-threads.js';
import { transcriptCells } from './cells/chat-transcript.js';
import { windowCells } from './cells/chat-window.js';
import type { ConnectionName } from './states.js';

/**
 * Every state that every element can be seen in: element × phase × connection × mode. It feeds the accessibility check
 * and the screenshots. A cell that is required and not here fails.
 */

/** One state of one element. */
export type Cell = {
  /** The tag. */
  readonly element: string;
  /** What is special about it; the screenshot is named after it. */
  readonly name: string;
  readonly phase: Phase | 'none';
  readonly connection: ConnectionName;
  readonly mode: 'floating' | 'inline' | 'any';
  readonly state: ChatState;
  readonly attrs: Readonly<Record<string, string>>;
  /** What a page gives it as objects. */
  readonly props?: Readonly<Record<string, unknown>> | undefined;
  /** What is clicked in it, and what shows then. */
  readonly act?: { readonly click: string; readonly shows: string } | undefined;
};

/** The cells of all elements. Each element has its file in `cells/`. */
export const stateTable: readonly Cell[] = [
  ...launcherCells,
  ...windowCells,
  ...headerCells,
  ...statusCells,
  ...transcriptCells,
  ...messageCells,
  ...composerCells,
  ...formCells,
  ...emojisCells,
  ...actionsCells,
  ...invitationCells,
  ...leaveMessageCells,
  ...overlayCells,
  ...threadsCells,
];

const PHASES: Readonly<Record<Phase | 'none', true>> = {
  none: true,
  idle: true,
  starting: true,
  restoring: true,
  queued: true,
  active: true,
  ending: true,
  ended: true,
};
const CONNECTIONS: Readonly<Record<ConnectionName, true>> = {
  online: true,
  connecting: true,
  offline: true,
  unreachable: true,
  'catching-up': true,
};

/**
 * What has to be there for each element: every phase on every line, in each of its modes. `names` are states that no phase and no line tells.
 */
export const REQUIRED: Readonly<
  Record<string, { readonly modes: readonly Cell['mode'][]; readonly names: readonly string[] }>
> = {
  'chat-launcher': { modes: ['floating'], names: ['open', 'unread', 'many unread', 'label', 'loading', 'failed'] },
  'chat-window': { modes: ['floating', 'inline'], names: ['closed'] },
  'chat-header': { modes: ['floating', 'inline'], names: ['bot', 'several agents', 'long name', 'no name'] },
  'chat-status': {
    modes: ['any'],
    names: [
      'storage',
      'idle warning',
      'engine failed',
      'next in line',
      'ended by visitor',
      'ended idle',
      'ended visitor gone',
      'ended blocked',
      'restore failed',
      'refused',
    ],
  },
  'chat-transcript': {
    modes: ['any'],
    names: [
      ...RICH_KINDS.map((kind) => `rich ${kind}`),
      'rich answered',
      'rich over',
      'typing',
      'waiting messages',
      'delivered',
      'seen',
      'unread',
      'older',
      'loading older',
      'what happened',
      'texts',
    ],
  },
  'chat-message': {
    modes: [],
    names: [
      'other',
      'no name',
      'own held',
      'own queued',
      'own sending',
      'own sent',
      'own delivered',
      'own seen',
      'own unconfirmed',
      'own failed',
    ],
  },
  'chat-composer': { modes: ['any'], names: ['draft', 'near the limit', 'over the limit', 'blocked'] },
  'chat-form': { modes: [], names: ['usual', 'every kind', 'draft', 'wrong', 'done'] },
  'chat-emojis': { modes: [], names: ['closed', 'open'] },
  'chat-invitation': { modes: [], names: ['closed', 'open', 'own words'] },
  'chat-leave-message': {
    modes: [],
    names: ['closed', 'written', 'wrong', 'sending', 'failed', 'sent', 'somebody is there'],
  },
  'chat-overlay': { modes: [], names: ['terms'] },
  'chat-threads': { modes: [], names: ['several', 'more', 'none', 'loading', 'failed', 'naming'] },
  'chat-threads-toggle': { modes: [], names: ['nothing new', 'news', 'pressed'] },
  'chat-actions': { modes: [], names: ['closed', 'open', 'nothing to download'] },
};

/** The required cells that are not in the table, by what they are. */
export function missingCells(table: readonly Cell[] = stateTable): string[] {
  const missing: string[] = [];
  for (const [element, { modes, names }] of Object.entries(REQUIRED)) {
    const own = table.filter((cell) => cell.element === element);
    for (const mode of modes) {
      const here = (phase: string, connection: string): boolean =>
        own.some((cell) => cell.phase === phase && cell.connection === connection && cell.mode === mode);
      for (const phase of Object.keys(PHASES))
        for (const line of Object.keys(CONNECTIONS))
          if (!here(phase, line)) missing.push(`${element} ${phase} × ${line} × ${mode}`);
    }
    for (const name of names) if (!own.some((cell) => cell.name === name)) missing.push(`${element} “${name}”`);
  }
  return missing;
}
