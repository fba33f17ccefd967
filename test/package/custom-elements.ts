/** The part of a custom elements manifest that the tests look at. */
type Item = { readonly name: string; readonly description?: string };

/** What the manifest tells of an element. */
export type ElementDoc = {
  readonly tagName: string;
  readonly summary?: string;
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
  readonly cssStates?: readonly Item[];
  readonly events?: readonly Item[];
  readonly attributes?: readonly Item[];
};

/** The elements of a manifest. */
export function elementsOf(manifest: string): readonly ElementDoc[] {
  const { modules } = JSON.parse(manifest) as { modules: readonly { declarations: readonly Partial<ElementDoc>[] }[] };
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter((declaration): declaration is ElementDoc => declaration.tagName !== undefined);
}
