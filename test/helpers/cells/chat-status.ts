import type { Cell } from '../state-table.js';
import { chatState, CONNECTIONS, logOf, NOW, TALK } from '../states.js';
import { grid, special } from './grid.js';

const element = 'chat-status';
const ended = (by: 'agent' | 'visitor' | 'system', reason: string): Cell['state'] =>
  chatState('ended', 'online', { conversation: { ended: { by, reason } } });

export const statusCells: readonly Cell[] = [
  ...grid(element, 'any'),
  special(element, 'storage', chatState('active', 'online', { storage: 'memory' })),
  special(
    element,
    'idle warning',
    chatState('active', 'online', {
      conversation: { log: logOf([...TALK, { type: 'status', status: 'idle-warning', until: NOW + 60_000 }]) },
    }),
  ),
  special(element, 'engine failed', chatState('none', 'online', { engine: 'failed' })),
  special(element, 'next in line', chatState('queued', 'online', { conversation: { queue: { position: 1 } } })),
  special(element, 'ended by visitor', ended('visitor', 'visitor')),
  special(element, 'ended idle', ended('system', 'idle')),
  special(element, 'ended visitor gone', ended('system', 'visitor-gone')),
  special(element, 'ended blocked', ended('agent', 'blocked')),
  special(element, 'nobody is there', chatState('idle', 'online', { conversation: { error: 'unattended' } })),
  special(element, 'restore failed', chatState('none', 'online', { lost: 'denied' })),
  special(
    element,
    'refused',
    chatState('active', 'offline', { connection: { ...CONNECTIONS.offline, refused: 'version' } }),
  ),
];
