/** Choices in rich messages: each fits the message that it is of, comes in time, and closes it. */
import { closesAt, isOnce, misfit, readRich, type RichChoice, type WireCode } from '../../../src/protocol/index.js';
import type { Sender } from './sending.js';
import type { Draft, Work } from './work.js';

/** Why a choice is not taken, and which field of it is wrong; undefined when it is. */
export async function refusalOf(
  { tx, now }: Work,
  { row }: Draft,
  { viewer }: Sender,
  choice: RichChoice,
): Promise<readonly [WireCode, string?] | undefined> {
  if (viewer.side !== 'visitor') return ['not-allowed', 'choice'];
  const [entry] = await tx.entries(row.id, { after: choice.of - 1, limit: 1, audiences: ['all'] });
  const content = entry?.seq === choice.of && entry.body.type === 'message' ? readRich(entry.body.rich) : undefined;
  if (!entry || !content) return ['bad-request', 'choice.of'];
  const field = misfit(content, choice);
  if (field !== undefined) return ['bad-request', field];
  if (isOnce(content) && (await tx.choiceOf(row.id, choice.of))) return ['already-chosen', 'choice.of'];
  return now > (closesAt(content, entry.at) ?? Infinity) ? ['expired', 'choice.of'] : undefined;
}
