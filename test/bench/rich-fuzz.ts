/** Runs in a page, bundled by scripts/fuzz-rich.mjs. */
import { fuzz } from '../helpers/rich-fuzz.js';

(globalThis as { fuzz?: typeof fuzz }).fuzz = fuzz;
