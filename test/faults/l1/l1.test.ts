import { slice } from '../slice.js';
import { simulate } from './schedule.js';

slice('L1', 150, simulate);
