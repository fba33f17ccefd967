/** What the parts of the service share. */
import type { Blobs } from '../files/blobs.js';
import type { Store } from '../store/port.js';
import type { Alarms } from './alarms.js';
import type { Clock, Hub, Log, Random } from './ports.js';
import type { Presence } from './presence.js';
import type { Runner } from './runner.js';
import type { Settings } from './settings.js';

/** See the module. */
export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly hub: Hub;
  readonly log: Log;
  readonly settings: Settings;
  readonly presence: Presence;
  readonly alarms: Alarms;
  readonly runner: Runner;
  /** Where the bytes of files go; without it no files are taken. */
  readonly blobs: Blobs | undefined;
}
