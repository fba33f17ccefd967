/** Where a request comes from. */
import type { IncomingMessage } from 'node:http';

/** What is known of a request's way here. */
export interface Way {
  /** The client's address, with an IPv6 one cut to the network that one household has. */
  readonly address: string;
  readonly host: string | undefined;
  readonly secure: boolean;
  /** Whether the scheme is known, not guessed: a proxy may have taken TLS off without saying so. */
  readonly schemeKnown: boolean;
}

/** Reads it, believing as many proxies as there are. */
export function wayOf(request: IncomingMessage, proxies: number): Way {
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
  const remote = request.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) {
    return { address: network(remote), host: request.headers.host, secure: encrypted, schemeKnown: encrypted };
  }
  const scheme = list(request.headers['x-forwarded-proto']).at(-1);
  return {
    // Each proxy appends whom it heard from: what stands further left was written by strangers.
    address: network(list(request.headers['x-forwarded-for']).at(-proxies) ?? remote),
    host: list(request.headers['x-forwarded-host']).at(-1) ?? request.headers.host,
    secure: scheme === undefined ? encrypted : scheme === 'https',
    schemeKnown: encrypted || scheme !== undefined,
  };
}

/** Whether an address is this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

function list(header: string | string[] | undefined): string[] {
  const joined = Array.isArray(header) ? header.join(',') : (header ?? '');
  return joined
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64);
  if (!plain.includes(':') || plain === '::1') return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return `${[...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':')}::/64`;
}
