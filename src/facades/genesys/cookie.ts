/** The cookie jar that the documents hand to the functions of an asynchronous chat. Only those functions use it. */

/** What a cookie is set with. */
export type CookieOptions = {
  /** Days from now, or a date. */
  readonly expires?: number | Date;
  readonly path?: string;
  readonly domain?: string;
  readonly secure?: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
};

const DAY = 86_400_000;

function attributesOf({ expires, path = '/', domain, secure, sameSite }: CookieOptions): string {
  const date = typeof expires === 'number' ? new Date(Date.now() + expires * DAY) : expires;
  return [
    date && `expires=${date.toUTCString()}`,
    `path=${path}`,
    domain && `domain=${domain}`,
    sameSite && `samesite=${sameSite}`,
    secure && 'secure',
  ]
    .filter(Boolean)
    .map((attribute) => `; ${attribute as string}`)
    .join('');
}

/** A jar over a document. */
export class CookieJar {
  #document: Pick<Document, 'cookie'>;

  constructor(document: Pick<Document, 'cookie'>) {
    this.#document = document;
  }

  set(name: string, value: string, options: CookieOptions = {}): void {
    this.#document.cookie = `${encodeURIComponent(name)}=${encodeURIComponent(value)}${attributesOf(options)}`;
  }

  get(name: string): string | undefined {
    const prefix = `${encodeURIComponent(name)}=`;
    const found = this.#document.cookie.split('; ').find((cookie) => cookie.startsWith(prefix));
    return found === undefined ? undefined : decodeURIComponent(found.slice(prefix.length));
  }

  remove(name: string, options: CookieOptions = {}): void {
    this.set(name, '', { ...options, expires: new Date(0) });
  }
}
