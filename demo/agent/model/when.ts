import type { Clock } from './ports.js';
import type { Store } from './store.js';

/** Waits until the state is as wanted, but not longer than `within`; true when it came to be. */
export function when<T>(
  store: Store<T>,
  clock: Clock,
  wanted: (value: T) => boolean,
  within: number,
): Promise<boolean> {
  if (wanted(store.value)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (came: boolean): void => {
      stop();
      cancel();
      resolve(came);
    };
    const stop = store.subscribe((value) => wanted(value) && finish(true));
    const cancel = clock.after(within, () => finish(false));
  });
}
