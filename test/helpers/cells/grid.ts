import type { Phase } from '../../../src/session/model/types.js';
import { chatState, CONNECTIONS, CONVERSATIONS, type ConnectionName } from '../states.js';
import type { Cell } from '../state-table.js';

/** The cells that every element has: every phase on a good line, and every line in a running conversation. */
export function grid(element: string, mode: Cell['mode'], attrs: Cell['attrs'] = {}): Cell[] {
  const cell = (phase: Phase | 'none', connection: ConnectionName): Cell => ({
    element,
    name: `${phase} ${connection} ${mode}`,
    phase,
    connection,
    mode,
    state: chatState(phase, connection),
    attrs,
  });
  const phases = Object.keys(CONVERSATIONS) as (Phase | 'none')[];
  const lines = (Object.keys(CONNECTIONS) as ConnectionName[]).filter((line) => line !== 'online');
  return [...phases.map((phase) => cell(phase, 'online')), ...lines.map((line) => cell('active', line))];
}

/** One more cell, for what no phase and no line tells. */
export function special(
  element: string,
  name: string,
  state: Cell['state'],
  attrs: Cell['attrs'] = {},
  mode: Cell['mode'] = 'any',
): Cell {
  const phase = (state.current !== undefined && state.conversations[state.current]?.phase) || 'none';
  return { element, name, phase, connection: 'online', mode, state, attrs };
}
