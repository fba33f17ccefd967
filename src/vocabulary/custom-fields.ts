/** The fields that a site has for its customers: what they hold, and what is wrong with a value. Both sides check by this. */

/** What a field holds. `date` is `YYYY-MM-DD`; `list` one of its options. */
export const FIELD_TYPES = ['text', 'email', 'number', 'boolean', 'date', 'list'] as const;

/** One field as the server declares it. */
export type FieldDeclaration = {
  readonly name: string;
  /** What people read; left out, the name. */
  readonly label?: string | undefined;
  readonly type: (typeof FIELD_TYPES)[number];
  /** Of a `list`: the values that there are, with what people read. */
  readonly options?: readonly { readonly value: string; readonly label?: string | undefined }[] | undefined;
  /** The longest text; 1,024 characters unless told. */
  readonly maxLength?: number | undefined;
};

/** Those of the customer, which stay, and those of one contact. */
export type FieldDeclarations = {
  readonly customer: readonly FieldDeclaration[];
  readonly contact: readonly FieldDeclaration[];
};

/** Values by name; null takes one away. */
export type FieldValues = Readonly<Record<string, string | number | boolean | null>>;

const LONGEST = 1024;

/** What is wrong with values, if anything is: the name of the first field that is not declared or does not hold that, and what it holds. */
export function misfitOfFields(
  declared: readonly FieldDeclaration[],
  values: FieldValues,
): { readonly name: string; readonly expected: string } | undefined {
  for (const [key, value] of Object.entries(values)) {
    const declaration = declared.find((one) => one.name === key);
    if (!declaration) return { name: key, expected: `one of ${declared.map((one) => one.name).join(', ') || 'none'}` };
    if (value !== null && !holds(declaration, value)) return { name: key, expected: expectationOf(declaration) };
  }
  return undefined;
}

function holds({ type, options = [], maxLength = LONGEST }: FieldDeclaration, value: unknown): boolean {
  if (type === 'number') return typeof value === 'number';
  if (type === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string' || value.length > maxLength) return false;
  if (type === 'list') return options.some((option) => option.value === value);
  if (type === 'email') return /^[^\s@]+@[^\s@]+$/.test(value);
  if (type !== 'date') return true;
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return date !== undefined && Number.isFinite(date.getTime()) && date.toISOString().startsWith(value);
}

function expectationOf({ type, options = [], maxLength = LONGEST }: FieldDeclaration): string {
  if (type === 'list') return `one of ${options.map((option) => option.value).join(', ')}`;
  if (type === 'date') return 'a date as YYYY-MM-DD';
  if (type === 'email') return 'an e-mail address';
  return type === 'text' ? `a text of at most ${maxLength} characters` : `a ${type}`;
}
