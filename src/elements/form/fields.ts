/** The pre-chat form as data: what a page configures, and what is made of it. */

/** What the page's own check says of a value: true, or why not (false: without a reason). */
export type FormVerdict = boolean | string;

/** One field, in the documented shape of Genesys Widgets where that has a name for it. */
export type ChatFormField = {
  /** What the value is called. `nickname`, `firstname`, `lastname`, `email` and `subject` are the visitor's profile, all others user data. */
  readonly name: string;
  /** Default: `text`, or `email` for the field of that name. */
  readonly type?: 'text' | 'email' | 'tel' | 'textarea' | 'select' | 'checkbox' | 'hidden' | 'password' | undefined;
  /** Default for a field of the profile: its name in the visitor's language. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  /** What is in it at first; for a checkbox, whether it is ticked. */
  readonly value?: string | boolean | undefined;
  /** Characters; default: what the server takes. */
  readonly maxlength?: number | string | undefined;
  readonly required?: boolean | undefined;
  /** The choices of a `select`. */
  readonly options?: readonly (string | { readonly value: string; readonly label: string })[] | undefined;
  /** A line below the field. */
  readonly hint?: string | undefined;
  /** The token for browsers that fill forms in; default: the usual one for a field of the profile. */
  readonly autocomplete?: string | undefined;
  /** Never kept as a draft. A password never is. */
  readonly sensitive?: boolean | undefined;
  /** The page's own check, after ours; what it returns is shown beside the field. */
  readonly validate?: ((value: string | boolean, values: FormValues, field: HTMLElement) => FormVerdict) | undefined;
};

/** The form. */
export type ChatFormOptions = {
  readonly inputs?: readonly ChatFormField[] | undefined;
  /** Default: translated ones; an empty text leaves it out. */
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  /** The label of the button that starts. */
  readonly submit?: string | undefined;
  /** HTML around the fields in old configurations: not used, since the fields lay themselves out. */
  readonly wrapper?: unknown;
};

/** What is in the fields, by name. */
export type FormValues = Readonly<Record<string, string | boolean>>;

/** A field with its defaults. */
export type Field = ChatFormField & {
  readonly type: NonNullable<ChatFormField['type']>;
  readonly max: number;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

const TYPES = ['text', 'email', 'tel', 'textarea', 'select', 'checkbox', 'hidden', 'password'] as const;

/** The fields that are the visitor's profile, with what browsers call them. */
export const PROFILE = {
  nickname: 'nickname',
  firstname: 'given-name',
  lastname: 'family-name',
  email: 'email',
  subject: 'off',
} as const;

/** Whether a field belongs to the profile. */
export const isProfile = (name: string): name is keyof typeof PROFILE => Object.hasOwn(PROFILE, name);

const USUAL: readonly ChatFormField[] = [
  { name: 'firstname', required: true },
  { name: 'lastname' },
  { name: 'email' },
  { name: 'subject' },
];

/** A server takes so much; see `session/arguments.ts`. */
const MOST = { profile: 256, userData: 1024 };

const warned = new Set<string>();
function warnOnce(problem: string): void {
  if (warned.has(problem)) return;
  warned.add(problem);
  console.warn(`[live-chat] form: ${problem}`);
}

function fieldOf(given: ChatFormField, index: number): Field[] {
  const { name, type, maxlength } = given;
  if (typeof name !== 'string' || name === '') {
    warnOnce(`inputs[${index}] has no name and is left out; give it one, like { name: 'email' }`);
    return [];
  }
  const known = TYPES.find((one) => one === type);
  if (type !== undefined && !known)
    warnOnce(`inputs[${index}].type '${String(type)}' is not known; it can be ${TYPES.join(', ')}. It is a text field`);
  const most = isProfile(name) ? MOST.profile : MOST.userData;
  const length = Number(maxlength);
  return [
    {
      ...given,
      type: known ?? (name === 'email' ? 'email' : 'text'),
      max: length > 0 ? Math.min(length, most) : most,
      autocomplete: given.autocomplete ?? (isProfile(name) ? PROFILE[name] : undefined),
      choices: (given.options ?? []).map((choice) =>
        typeof choice === 'string' ? { value: choice, label: choice } : choice,
      ),
    },
  ];
}

/** The fields of a form; a mistake in one is told once, and the others are asked all the same. */
export function fieldsOf(options: ChatFormOptions | boolean | undefined): readonly Field[] {
  const given = typeof options === 'object' ? options : {};
  if (given.wrapper !== undefined)
    warnOnce('wrapper is not used: the fields lay themselves out; style ::part(form-field)');
  const inputs = given.inputs ?? USUAL;
  if (!Array.isArray(inputs)) {
    warnOnce("inputs must be an array like [{ name: 'email', label: 'Email' }]; the usual fields are asked");
    return USUAL.flatMap(fieldOf);
  }
  const names = new Set<string>();
  return (inputs as readonly ChatFormField[]).flatMap(fieldOf).filter(({ name }) => {
    if (names.has(name)) warnOnce(`two inputs are called '${name}'; the first is asked`);
    return !names.has(name) && names.add(name);
  });
}

/** Whether a value may be kept as a draft. */
export const isKept = ({
  type,
  sensitive,
  autocomplete,
}: Pick<Field, 'type' | 'sensitive' | 'autocomplete'>): boolean =>
  type !== 'hidden' &&
  type !== 'password' &&
  sensitive !== true &&
  !/^(cc-|one-time-code|current-password|new-password)/.test(autocomplete ?? '');
