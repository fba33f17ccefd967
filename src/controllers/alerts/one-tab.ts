/** So long a claim keeps the other tabs quiet: they may hear of a message much later, with throttled timers. */
const HOLD = 20_000;

/**
 * Claims something for this tab, so that of all tabs of the site that hear of it only one makes a noise. The tab that is
 * being looked at is asked first: the others wait a moment.
 * @returns whether this tab has it; always true where tabs can't tell
 */
export async function claim(name: string): Promise<boolean> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (document.visibilityState !== 'visible') await new Promise((resolve) => setTimeout(resolve, 150));
  if (!locks)
    return import('./asked-claim.js').then(
      ({ askedClaim }) => askedClaim(name, HOLD),
      () => true,
    );
  return new Promise((resolve) => {
    locks
      .request(`live-chat ${name}`, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null);
        if (lock) await new Promise((release) => setTimeout(release, HOLD));
      })
      .catch(() => resolve(true));
  });
}
