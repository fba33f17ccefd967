import { slice } from '../slice.js';
import { simulate } from './schedule.js';

slice('L0', 100, simulate);
