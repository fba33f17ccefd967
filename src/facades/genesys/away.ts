/** `restoreTimeout`: for how long a visitor may be away from the site before the chat does not come back. */

/** When the last page of the site was left; in `localStorage`. */
const LEFT = 'live-chat-elements/genesys/left';

/** What is needed of the page. */
export type AwayPage = Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> & {
  readonly localStorage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
};

/**
 * Notes when the page is left, from now on.
 * @param limit - in milliseconds
 * @param runs - whether there is anything to come back to
 * @returns whether the visitor was away for longer before this page, and the undo
 */
export function watchAway(
  page: AwayPage,
  limit: number,
  runs: () => boolean,
): { readonly expired: boolean; readonly undo: () => void } {
  const store = (act: (storage: NonNullable<AwayPage['localStorage']>) => unknown): unknown => {
    try {
      return page.localStorage && act(page.localStorage);
    } catch {
      // Blocked: then nothing is stored that could come back either.
      return undefined;
    }
  };
  const here = (): unknown => store((storage) => storage.removeItem(LEFT));
  const left = Number(store((storage) => storage.getItem(LEFT)) ?? 0);
  here();
  const listeners: Readonly<Record<string, (event: Event) => void>> = {
    pagehide: () => runs() && store((storage) => storage.setItem(LEFT, String(Date.now()))),
    pageshow: here,
    // Another page of the site was left, and this one is still here.
    storage: (event) => {
      const { key, newValue } = event as StorageEvent;
      if (key === LEFT && newValue !== null) here();
    },
  };
  for (const [type, listener] of Object.entries(listeners)) page.addEventListener?.(type, listener);
  return {
    expired: left > 0 && Date.now() - left > limit,
    undo: () => {
      for (const [type, listener] of Object.entries(listeners)) page.removeEventListener?.(type, listener);
    },
  };
}
