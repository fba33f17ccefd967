import { after } from 'node:test';
import { BrowserLevel } from '../faults/l3/schedule.js';
import { slice } from '../faults/slice.js';

const level = new BrowserLevel('chromium');
after(() => level.close());

// One of each kind.
slice('L3', 7, (seed) => level.simulate(seed));
