/** Who customers are and what is known of them: of those who have proved it, and of devices that come back. */
import type { WireAbout } from '../../../src/protocol/index.js';
import { misfitOfFields, type FieldDeclarations, type FieldValues } from '../../../src/vocabulary/custom-fields.js';
import type { ConversationRow, CustomerRow, Tx } from '../store/port.js';
import { illFormed, illFormedPath } from './text.js';
import type { Draft, Work } from './work.js';

/** No fields are declared. */
export const NO_FIELDS: FieldDeclarations = { customer: [], contact: [] };

/** The path of what is wrong in what a client says; undefined: nothing is. */
export function unfitAbout(
  declared: FieldDeclarations,
  { name, customer = {}, contact = {} }: WireAbout,
): string | undefined {
  if (name !== undefined && illFormed(name)) return 'about.name';
  const unfit = illFormedPath(customer, 'about.customer') ?? illFormedPath(contact, 'about.contact');
  if (unfit !== undefined) return unfit;
  const wrong = misfitOfFields(declared.customer, customer);
  if (wrong) return `about.customer.${wrong.name}`;
  const other = misfitOfFields(declared.contact, contact);
  return other && `about.contact.${other.name}`;
}

/** Keeps it: the customer's for as long as there are conversations of theirs, the contact's with the conversation. */
export async function keepAbout(
  work: Work,
  draft: Draft,
  { guest, name, customer, contact }: WireAbout,
): Promise<void> {
  const { row } = draft;
  // Who has proved who they are is that customer, whatever their device calls itself.
  if (row.identity === null && guest !== undefined) row.guest = guest;
  if (contact) row.contactFields = merged(row.contactFields, contact);
  const key = customerKey(row);
  const known = (await work.tx.customer(key)) ?? { key, name: null, fields: {} };
  await work.tx.saveCustomer({
    ...known,
    ...(name !== undefined && { name: name.trim() || null }),
    ...(customer && { fields: merged(known.fields, customer) }),
  });
  work.touch(draft, 'staff');
}

/** Under which customers are known. A device's id is its own claim, so it never opens anything. */
export function customerKey({ identity, guest, visitor }: ConversationRow): string {
  if (identity !== null) return `customer ${identity}`;
  return guest === null ? `visitor ${visitor}` : `guest ${guest}`;
}

/** What is known of the customer of a conversation. */
export function customerOf(tx: Tx, row: ConversationRow): Promise<CustomerRow | undefined> {
  return tx.customer(customerKey(row));
}

function merged(old: FieldValues, change: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value !== null));
}

/** Values by what people read: a field that is declared no more keeps its name. */
export function labelled(
  declared: FieldDeclarations['customer'],
  values: FieldValues,
): Record<string, FieldValues[string]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const { label = name, options = [] } = declared.find((one) => one.name === name) ?? {};
      return [label, options.find((option) => option.value === value)?.label ?? value];
    }),
  );
}
