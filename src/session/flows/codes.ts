import type { ChatErrorCode } from '../model/errors.js';

const CODES: Readonly<Record<string, ChatErrorCode>> = {
  'bad-request': 'invalid',
  'unsupported-version': 'version',
  empty: 'empty',
  'too-long': 'too-long',
  'too-large': 'too-long',
  'rate-limited': 'busy',
  'unknown-conversation': 'denied',
  ended: 'ended',
  blocked: 'blocked',
  closed: 'unattended',
  'token-failed': 'token-failed',
  'token-function': 'token-function',
  'token-missing': 'token-missing',
  'token-invalid': 'token-invalid',
  timeout: 'timeout',
  unreachable: 'unreachable',
  unavailable: 'busy',
  protocol: 'protocol',
};

/** A transport's code as one of ours; what we do not know is a refusal. */
export function toChatCode(code: string | undefined): ChatErrorCode {
  return (code !== undefined && Object.hasOwn(CODES, code) ? CODES[code] : undefined) ?? 'refused';
}
