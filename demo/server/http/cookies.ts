/** The one cookie there is: the session of an agent's desk. */

/** Its name. */
export const SESSION_COOKIE = 'chat_agent';

/** A cookie's value from a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.split('=');
    if (key?.trim() === name) return value.join('=').trim() || undefined;
  }
  return undefined;
}

/** A `Set-Cookie` header. Scripts can't read it, and other sites can't use it. The token has no characters that need escaping. */
export function sessionCookie(token: string, lastsMs: number, secure: boolean): string {
  const parts = [
    `${SESSION_COOKIE}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${Math.floor(lastsMs / 1000)}`,
  ];
  if (secure) parts.push('Secure');
  return parts.join('; ');
}
