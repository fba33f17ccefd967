/** The element itself: of a jQuery object, a NodeList or an array the first one. */
export function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'nodeType' in value) return value;
  return 'length' in value && '0' in value ? value[0] : value;
}
