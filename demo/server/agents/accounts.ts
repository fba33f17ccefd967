/** Brings the accounts in the store in line with the configuration. */
import type { Random } from '../core/ports.js';
import type { AgentConfig } from '../options.js';
import type { AgentRow, Store } from '../store/port.js';
import { hashPassword, verifyPassword } from './passwords.js';

const CAPACITY = 5;

/** Accounts that are configured exist afterwards, with these passwords; all others can't sign in. */
export async function syncAccounts(store: Store, random: Random, agents: readonly AgentConfig[]): Promise<void> {
  const twice = agents.find(({ name }, index) => agents.findIndex((other) => other.name === name) !== index);
  if (twice) throw new RangeError(`two agents are called ${twice.name}`);
  const known = await store.read((tx) => tx.agents());
  const rows = await Promise.all(
    agents.map((config) =>
      accountFrom(
        config,
        known.find(({ name }) => name === config.name),
        random,
      ),
    ),
  );
  const configured = new Set(agents.map(({ name }) => name));
  await store.transact(async (tx) => {
    for (const { row, changed } of rows) {
      await tx.saveAgent(row);
      // Whoever changes a password wants those who have the old one out.
      if (changed) await tx.dropSessionsOf(row.id);
    }
    for (const row of known) {
      if (configured.has(row.name)) continue;
      await tx.saveAgent({ ...row, disabled: true });
      await tx.dropSessionsOf(row.id);
    }
  });
}

async function accountFrom(
  config: AgentConfig,
  known: AgentRow | undefined,
  random: Random,
): Promise<{ row: AgentRow; changed: boolean }> {
  const role = config.role ?? 'agent';
  const capacity = config.capacity ?? CAPACITY;
  const { queues = [], skills = [] } = config;
  const same = known !== undefined && (await verifyPassword(config.password, known.password));
  const password = same ? known.password : await hashPassword(config.password);
  const row: AgentRow = known
    ? { ...known, password, role, capacity, queues, skills, disabled: false }
    : {
        id: random.id(),
        name: config.name,
        password,
        role,
        capacity,
        queues,
        skills,
        // A supervisor watches over the others, and gets conversations only when they ask for them.
        presence: role === 'supervisor' ? 'away' : 'available',
        missed: 0,
        assignedAt: 0,
        disabled: false,
      };
  return { row, changed: known !== undefined && !same };
}
