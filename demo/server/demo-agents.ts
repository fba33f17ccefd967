/** Who may sign in at the demo: whom a file names, or two demo people with random passwords. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { AgentConfig } from './options.js';

const agentList = v.pipe(
  v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
      role: v.optional(v.picklist(['agent', 'supervisor'])),
      capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      queues: v.optional(v.array(v.string())),
      skills: v.optional(v.array(v.string())),
    }),
  ),
  v.minLength(1),
);

/** The agents, and whether they are the demo's own: then their passwords may be shown. */
export interface Agents {
  readonly agents: readonly AgentConfig[];
  readonly demo: boolean;
}

/** Reads a configured file, or the demo's own, which is made at the first start for its owner's eyes only. */
export function loadAgents(dataFolder: string, configured: string | undefined): Agents {
  if (configured !== undefined) return { agents: readAgents(configured), demo: false };
  const file = path.join(dataFolder, 'demo-agents.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    const agents: AgentConfig[] = [
      { name: 'Robin', password: password(), role: 'agent' },
      { name: 'Sam', password: password(), role: 'supervisor' },
    ];
    writeFileSync(file, `${JSON.stringify(agents, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return { agents: readAgents(file), demo: true };
}

function readAgents(file: string): AgentConfig[] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} can't be read as JSON`, { cause });
  }
  const parsed = v.safeParse(agentList, data);
  if (parsed.success) return parsed.output;
  throw new Error(`${file}: ${v.getDotPath(parsed.issues[0]) ?? 'the list'} is not valid`);
}

function password(): string {
  return randomBytes(9).toString('base64url');
}
