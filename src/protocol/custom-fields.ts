/** Who the customer is, and the fields that a site has for its customers and for each contact with them. */
import * as v from 'valibot';
import { FIELD_TYPES } from '../vocabulary/custom-fields.js';
import { MAX_DATA_KEYS, MAX_DATA_VALUE, MAX_FIELD } from './limits.js';
import { field, id } from './shared.js';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** One field as the server declares it. */
export const fieldDeclaration = v.object({
  name,
  /** What people read; left out, the name. */
  label: v.optional(field),
  type: v.picklist(FIELD_TYPES),
  /** Of a `list`: the values that there are, with what people read. */
  options: v.optional(v.array(v.object({ value: v.string(), label: v.optional(field) }))),
  /** The longest text; {@link MAX_DATA_VALUE} unless told. */
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_DATA_VALUE))),
});

/** The fields of a server: those of the customer, which stay, and those of one contact. */
export const fieldDeclarations = v.object({
  customer: v.array(fieldDeclaration),
  contact: v.array(fieldDeclaration),
});

/** Values by name; null takes one away. */
export const fieldValues = v.pipe(
  v.record(
    name,
    v.union([v.pipe(v.string(), v.maxLength(MAX_DATA_VALUE)), v.pipe(v.number(), v.finite()), v.boolean(), v.null()]),
  ),
  v.check((data) => Object.keys(data).length <= MAX_DATA_KEYS, 'has too many keys'),
);

/** What a visitor's client says of the customer. */
export const about = v.object({
  /** Of a customer who has proved nothing: an id of this device, so that their conversations are found together. */
  guest: v.optional(v.pipe(id, v.minLength(22))),
  name: v.optional(v.pipe(v.string(), v.maxLength(MAX_FIELD))),
  customer: v.optional(fieldValues),
  contact: v.optional(fieldValues),
});

export type WireAbout = v.InferOutput<typeof about>;
