const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * Parses an address and lets it pass if its scheme is on the list.
 * @param value - from anybody
 * @param schemes - with the colon
 */
export function safeUrl(value: unknown, schemes: readonly string[] = SCHEMES): URL | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value);
    return schemes.includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a picture: from the network only. */
export function safeImage(value: unknown): string | undefined {
  return safeUrl(value, SCHEMES.slice(0, 2))?.href;
}
