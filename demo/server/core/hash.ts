/** Secrets are compared and kept as hashes only. They are random and long, so a fast hash is enough. */
import { createHash, createHmac } from 'node:crypto';

/** The hash of a random secret. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The hash of something guessable, such as an address: without the installation's own secret it tells nothing. */
export function keyedHash(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url');
}
