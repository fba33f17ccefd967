import { anything, flag, id, list, registers, seq, shape, time } from '../shared/guards.js';

/** The answer to a `pull` of the second binding; see `httpPulled` in `protocol/http.ts`. */
export const isPulled = shape({
  entries: list(anything),
  more: flag,
  head: seq,
  'registers?': registers,
  typing: list(id),
  now: time,
});
