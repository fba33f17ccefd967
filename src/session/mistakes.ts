/** Mistakes of the page that are told whoever listens, or nobody: what it has set is not used, or not as it seems. */

/** The text of such a mistake, if what was reported is one. */
export function mistakeOf(what: unknown): string | undefined {
  const { code, detail } = (what ?? {}) as { readonly code?: string; readonly detail?: string };
  return /^(token-unused|context-)/.test(code ?? '') ? detail : undefined;
}
