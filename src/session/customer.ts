/** Who the customer is, and the fields that the site has for them: kept until there is a conversation, and sent with it. */
import {
  misfitOfFields,
  type FieldDeclaration,
  type FieldDeclarations,
  type FieldValues,
} from '../vocabulary/custom-fields.js';
import type { Client } from './client.js';
import { cleanText } from './flows/pipeline.js';
import type { Customer, CustomerChange } from './host.js';
import { ChatError } from './model/errors.js';
import { conversationOf, isRunning } from './model/selectors.js';
import type { ConversationKey } from './model/types.js';
import type { OutItem } from './transport.js';

/** Where a device's own id is kept. */
const GUEST = 'customer/guest';

type Submit = (key: ConversationKey, item: OutItem) => Promise<{ readonly settled: Promise<void> }>;
type Wanted = { name?: string; customer: FieldValues; contact: FieldValues };

/** See the module. */
export class Customers {
  #core: Client;
  #submit: Submit;
  #known: Wanted = { customer: {}, contact: {} };
  #guest: Promise<string> | undefined;
  /** What was set while no conversation ran, and is still to be told. */
  #waits = false;

  constructor(core: Client, submit: Submit) {
    this.#core = core;
    this.#submit = submit;
    core.onRelease(
      core.subscribe((_state, facts) => {
        for (const fact of facts)
          if (fact.type === 'started' && this.#waits) void this.#tell(fact.key).catch(() => undefined);
      }),
    );
  }

  /**
   * Takes a change, and tells what is known. Resolves when the server has stored it, or at once while no conversation runs.
   * @throws (rejects) ChatError `invalid`: a field that is not declared, or does not hold that; `unsupported`
   */
  async change(change: CustomerChange = {}): Promise<Customer> {
    const { name, fields, contact } = read(change);
    const declared = this.#declared;
    // Declared by the server, so before there is a line it is checked when it is sent.
    if (declared) check(declared, { customer: fields, contact });
    if (name !== undefined) this.#known.name = name;
    Object.assign(this.#known.customer, fields);
    if (name !== undefined || fields || contact) {
      const conversation = conversationOf(this.#core.state);
      // Of the next contact, when none runs: what was of the last one is not of the next.
      Object.assign(this.#known.contact, contact);
      this.#waits = true;
      if (isRunning(conversation)) await this.#tell(conversation.key);
    }
    const { customer } = this.#known;
    return {
      id: await this.#id(),
      name: this.#known.name ?? '',
      fields: { ...customer },
      contact: { ...this.#known.contact },
    };
  }

  /** They have logged out: the next is somebody else. */
  forget(): void {
    this.#known = { customer: {}, contact: {} };
    this.#guest = undefined;
    this.#waits = false;
  }

  /** As the server declares them; what can't be read declares nothing. */
  get #declared(): FieldDeclarations | undefined {
    const { fields } = this.#core.state.capabilities;
    return Array.isArray(fields?.customer) && Array.isArray(fields.contact) ? fields : undefined;
  }

  /** An id of this device: the same for all its conversations, as long as the browser keeps it. */
  #id(): Promise<string> {
    const { store, random, tabs } = this.#core.ports;
    this.#guest ??= (async () => {
      let id = '';
      await tabs.exclusive(async () => {
        id = (await store.get(GUEST).catch(() => undefined)) ?? '';
        if (id !== '') return;
        id = random.id();
        await store.put(GUEST, id).catch(() => undefined);
      });
      return id || random.id();
    })();
    return this.#guest;
  }

  async #tell(key: ConversationKey): Promise<void> {
    const { customer, contact, name } = this.#known;
    if (this.#declared) check(this.#declared, { customer, contact });
    else if (this.#core.state.connection.status === 'online')
      throw new ChatError('unsupported', 'customer: the server keeps nothing of customers');
    this.#waits = false;
    const about = {
      guest: await this.#id(),
      ...(name !== undefined && { name }),
      customer: { ...customer },
      contact: { ...contact },
    };
    const { settled } = await this.#submit(key, {
      id: this.#core.ports.random.id(),
      type: 'user-data',
      data: {},
      about,
    });
    this.#known.contact = {};
    await settled;
  }
}

function read({ name, fields, contact }: CustomerChange): CustomerChange {
  if (name !== undefined && (typeof name !== 'string' || name.length > 256))
    throw new ChatError('invalid', 'customer: name must be a string of at most 256 characters');
  for (const [what, values] of Object.entries({ fields, contact }))
    if (values !== undefined && (typeof values !== 'object' || values === null || Array.isArray(values)))
      throw new ChatError('invalid', `customer: ${what} must be an object of values by name`);
  return { name: name === undefined ? undefined : cleanText(name), fields, contact };
}

function check(
  declared: FieldDeclarations,
  {
    customer = {},
    contact = {},
  }: { readonly customer?: FieldValues | undefined; readonly contact?: FieldValues | undefined },
): void {
  const of = (what: string, declarations: readonly FieldDeclaration[], values: FieldValues) => {
    const wrong = misfitOfFields(declarations, values);
    if (wrong) throw new ChatError('invalid', `customer: ${what}.${wrong.name} must be ${wrong.expected}`);
  };
  of('fields', declared.customer, customer);
  of('contact', declared.contact, contact);
}
