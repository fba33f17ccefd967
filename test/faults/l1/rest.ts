/** What must hold when all has come to rest, beside the books: everything is news once, what is read is read everywhere, and nothing piles up. */
import { isRunning, unreadOf } from '../../../src/session/model/selectors.js';
import type { Page, Tab } from '../../helpers/visitor.js';
import type { SimulatedWorld } from './world.js';

/** How long the other tabs may take to hear that something was read. */
const HEARD = 5_000;
/** What a page at rest may wait for: its line's beats, its tries, its marks. */
const MOST_TIMERS = 10;

/** Whatever is not as it must be, in words. */
export async function findAtRest(world: SimulatedWorld, pages: ReadonlyMap<Tab, Page>): Promise<readonly string[]> {
  const found: string[] = [...pages.values()].flatMap((page) => [...untold(page), ...miscounted(page)]);
  for (const text of world.database.committed)
    if ([...world.disk.rows.values()].some((row) => row.includes(`"${text}"`)))
      found.push(`"${text}" is stored by the server, and still on the disk`);
  for (const [tab, page] of pages) {
    if (page.clock.waiting > MOST_TIMERS) found.push(`a page at rest has ${page.clock.waiting} timers`);
    const { size } = world.netOf(tab).wires;
    if (size > 1) found.push(`a page at rest has ${size} lines`);
  }
  return [...found, ...(await readOnce(world, [...pages.values()]))];
}

/** Sounds, announcements and counts are made of what is told as received: what was not told, nobody hears of. */
function untold({ facts, state }: Page): string[] {
  return Object.entries(state.conversations).flatMap(([key, { log }]) => {
    const told = new Set(
      facts.flatMap((fact) => (fact.type === 'received' && fact.key === key ? fact.entries.map(({ seq }) => seq) : [])),
    );
    return log.entries.filter(({ seq }) => !told.has(seq)).map(({ seq }) => `entry ${seq} is shown and was never told`);
  });
}

/** The badge shows the count that was told last. */
function miscounted({ facts, state }: Page): string[] {
  return Object.entries(state.conversations).flatMap(([key, conversation]) => {
    const last = facts.findLast((fact) => fact.type === 'unread' && fact.key === key);
    const told = last?.type === 'unread' ? last.count : 0;
    const count = unreadOf(conversation);
    return told === count ? [] : [`${count} are unread, and ${told} were told`];
  });
}

/** Somebody reads in one tab; then nothing is unread in any. */
async function readOnce(world: SimulatedWorld, pages: readonly Page[]): Promise<readonly string[]> {
  const running = (page: Page) => Object.values(page.state.conversations).filter(isRunning);
  const reader = pages.find((page) => {
    const { conversations, current } = page.state;
    return current !== undefined && isRunning(conversations[current]) && unreadOf(conversations[current]) > 0;
  });
  if (!reader) return [];
  const { remoteId, log } = reader.current;
  reader.perform('chat-seen-request', { seq: log.entries.at(-1)!.seq });
  await world.clock.advance(HEARD);
  const unread = pages.flatMap(running).filter((one) => one.remoteId === remoteId && unreadOf(one) > 0);
  return [
    ...unread.map((one) => `read in one tab, and ${unreadOf(one)} unread in another`),
    ...pages.flatMap(miscounted),
  ];
}
