import { slice } from '../slice.js';
import { simulate } from './schedule.js';

slice('L2', 4, simulate);
