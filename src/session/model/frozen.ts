/**
 * The same value, frozen all the way down, for what comes from outside and goes into a snapshot. Copies what is not
 * frozen yet: the transport's own objects stay its own.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozen(item))) as Value;
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    // A name like `__proto__` is data, not the prototype.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: frozen(item), enumerable: true });
    else copy[name] = frozen(item);
  }
  return Object.freeze(copy) as Value;
}
