import type { ChatError } from './errors.js';

/** Tells a {@link ChatError} from any other thrown value, also one that comes from a second copy of this package. */
export function isChatError(value: unknown): value is ChatError {
  return value instanceof Error && value.name === 'ChatError' && typeof (value as { code?: unknown }).code === 'string';
}
