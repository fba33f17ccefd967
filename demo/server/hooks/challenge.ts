/** A challenge before a conversation: what the page shows (a captcha, say) is checked before anything is stored. */
import { ChatFault } from '../core/fault.js';

/** Who wants to begin. */
export interface Challenged {
  readonly channel: string;
  readonly address: string;
}

/** What an operator says of it. */
export interface ChallengeConfig {
  /** The field of the user data that carries the answer. It is taken out, and reaches neither the store nor an agent. */
  readonly field: string;
  /** Whether the answer is good. What it throws keeps the conversation from beginning, too; the client tries again. */
  readonly check: (answer: string, about: Challenged) => boolean | Promise<boolean>;
}

/** What a field of the user data may be. */
type UserData = Readonly<Record<string, string | number | boolean | null>>;

/** The user data without the answer; refuses whoever has not given a good one. */
export async function challenged(
  { field, check }: ChallengeConfig,
  userData: UserData | undefined,
  about: Challenged,
): Promise<UserData> {
  const { [field]: answer, ...rest } = userData ?? {};
  const refuse = (): never => {
    throw new ChatFault('not-allowed', `userData.${field} does not answer the challenge`, {
      field: `userData.${field}`,
    });
  };
  if (typeof answer !== 'string' || answer === '') return refuse();
  let good = false;
  try {
    good = await check(answer, about);
  } catch {
    // Why is nobody's business but the operator's, whose function it is.
    throw new ChatFault('unavailable', 'the challenge can not be checked now', { retryAfter: 5000 });
  }
  return good ? rest : refuse();
}

const PATIENCE = 5000;

/** Asks the verification address of a captcha service (`{ secret, response, remoteip }` as a form, `{ success }` as JSON back). */
export function verifiedAt(address: string, secret: string): ChallengeConfig['check'] {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new RangeError('challenge.verifyUrl must be an https: address');
  return async (response, about) => {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ secret, response, remoteip: about.address }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new Error('the service does not answer');
    return ((await answer.json()) as { success?: unknown }).success === true;
  };
}
