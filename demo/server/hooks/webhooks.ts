/** Signed requests to the site's own back end, in the form of the Standard Webhooks specification. */
import { createHmac } from 'node:crypto';
import { HAPPENINGS, type Happening, type HappeningType } from './happenings.js';

/** One receiver. */
export interface WebhookConfig {
  /** `https:`, or `http:` to the machine itself. */
  readonly url: string;
  /** At least 24 bytes, shared with the receiver; as text, or in base64 behind `whsec_`. */
  readonly secret: string;
  /** What it is told; default: everything. */
  readonly events?: readonly HappeningType[] | undefined;
}

/** A receiver, checked. */
export interface Webhook {
  readonly url: string;
  readonly key: Buffer;
  readonly events: ReadonlySet<HappeningType>;
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const LEAST_KEY = 24;

/** Checks what an operator wrote. Throws with the field and the remedy. */
export function webhookFrom({ url, secret, events = HAPPENINGS }: WebhookConfig, index: number): Webhook {
  const name = `webhooks[${index}]`;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const fine = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && LOCAL.has(parsed.hostname));
  if (!parsed || !fine) throw new RangeError(`${name}.url must be an https: address`);
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  if (key.length < LEAST_KEY) throw new RangeError(`${name}.secret must have at least ${LEAST_KEY} bytes`);
  const unknown = events.find((event) => !HAPPENINGS.includes(event));
  if (unknown !== undefined) throw new RangeError(`${name}.events: there is no ${unknown}`);
  return { url: parsed.href, key, events: new Set(events) };
}

/** How long a receiver may take. */
const PATIENCE = 10_000;

/** Tells one receiver; rejects unless it answers with a status from 200 to 299. */
export async function post({ url, key }: Webhook, id: string, happening: Happening, now: number): Promise<void> {
  const body = JSON.stringify({
    type: happening.type,
    timestamp: new Date(happening.at).toISOString(),
    data: happening.data,
  });
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
    // What is signed is for this receiver, and for nobody whom it names.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  await response.body?.cancel();
  if (!response.ok) throw Object.assign(new Error('refused'), { code: `status-${response.status}` });
}
