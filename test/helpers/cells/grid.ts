import type { Phase } from '../../../src/session/model/types.js';
import { chatState, CONNECTIONS, CONVERSATIONS, type ConnectionName } from '../states.js';
import type { Cell } from '../state-table.js';

/** The cells that every element has: every phase on every line. */
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
  const lines = Object.keys(CONNECTIONS) as ConnectionName[];
  return phases.flatMap((phase) => lines.map((line) => cell(phase, line)));
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
