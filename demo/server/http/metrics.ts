/** The state of the server in the text format of Prometheus. Numbers only. */
import type { Counters } from '../counters.js';

/** What is counted at the moment of asking. */
export interface Gauges {
  readonly visitorConnections: number;
  readonly agentConnections: number;
  readonly agentsOnline: number;
  readonly queued: number;
  readonly active: number;
  readonly ended: number;
}

const NAMES: Readonly<Record<keyof Gauges, readonly [name: string, help: string]>> = {
  visitorConnections: ['chat_visitor_connections', 'Connections of visitors.'],
  agentConnections: ['chat_agent_connections', 'Connections of agents.'],
  agentsOnline: ['chat_agents_online', 'Agents with at least one connection.'],
  queued: ['chat_conversations_queued', 'Conversations that wait for an agent.'],
  active: ['chat_conversations_active', 'Conversations with an agent.'],
  ended: ['chat_conversations_ended', 'Ended conversations that are still kept.'],
};

/** Writes them all. */
export function metricsText(gauges: Gauges, counters: Counters): string {
  const lines: string[] = [];
  for (const [key, [name, help]] of Object.entries(NAMES) as [keyof Gauges, readonly [string, string]][]) {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${gauges[key]}`);
  }
  const seen = new Set<string>();
  const sorted = [...counters.all()].sort((a, b) => a.name.localeCompare(b.name));
  for (const { name, label, value } of sorted) {
    const full = `chat_${name.replaceAll('-', '_')}_total`;
    if (!seen.has(full)) lines.push(`# TYPE ${full} counter`);
    seen.add(full);
    lines.push(label === undefined ? `${full} ${value}` : `${full}{code="${label}"} ${value}`);
  }
  lines.push(
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  );
  return `${lines.join('\n')}\n`;
}
