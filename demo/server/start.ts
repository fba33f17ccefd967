/**
 * `npm start`: the chat server, the demo pages and the agent desk on one port.
 *
 * Environment: PORT (8080; the next free one if it is in use), HOST (127.0.0.1), DATA_DIR (./.data), AGENTS_FILE (a JSON
 * list of `{ name, password, role?, capacity? }`), BOT_FILE (a bot that answers first), CONFIG_FILE (channels, queues and hours), ORIGINS (comma-separated; default: the
 * server's own), TRUST_PROXY (how many reverse proxies), FILE_SIZE_MB (the largest file; 20; 0 takes no files),
 * RETENTION_DAYS (30), LOG_LEVEL (warn; info, error or off).
 */
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { loadBot } from './bot-file.js';
import { loadConfig } from './config-file.js';
import { loadAgents, type Agents } from './demo-agents.js';
import { demoIdentity } from './demo-identity.js';
import { demoProvider } from './demo-provider.js';
import { environmentFrom, LOG_LEVELS, type Environment, type LogLevel } from './environment.js';
import { demoPages } from './http/demo-pages.js';
import { attachChatServer, jsonLog, type ChatServer, type Log } from './index.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What the demo pages and the documents' own example tell of a customer; agents see it. */
const DEMO_CONTEXT = {
  msdyn_cartvalue: { display: true },
  msdyn_isvip: { display: true },
  page: { display: true },
} as const;

/** What the demo shop knows of its customers and asks of single contacts. */
const DEMO_FIELDS = {
  customer: [
    { name: 'since', label: 'Customer since', type: 'date' },
    {
      name: 'tier',
      label: 'Loyalty',
      type: 'list',
      options: [
        { value: 'member', label: 'Member' },
        { value: 'friend', label: 'Friend of the house' },
      ],
    },
  ],
  contact: [{ name: 'order', label: 'Order number', type: 'number' }],
} as const;
/** How many ports are tried. */
const TRIES = 20;

const env = environment();
const { host, port: wanted } = env;
const data = path.resolve(env.dataFolder ?? path.join(ROOT, '.data'));

// What visitors wrote is for this user's eyes only.
process.umask(0o077);

try {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const agents = loadAgents(data, env.agentsFile);
  const config = env.configFile === undefined ? undefined : loadConfig(env.configFile);
  // Without a configuration the demo's own customers are there to try out.
  const identity = config ? undefined : await demoIdentity(data);
  const provider = identity && demoProvider(identity.key);
  const pages = demoPages(ROOT);
  const http = createServer(identity && provider ? identity.before(provider.before(pages)) : pages);
  const chat = await attachChatServer(http, {
    store: { path: path.join(data, 'chat.db') },
    ...(env.fileMegabytes > 0 && {
      files: { folder: path.join(data, 'files'), maxSize: env.fileMegabytes * 1_048_576 },
    }),
    agents: agents.agents,
    ...(config ??
      (identity &&
        provider && {
          channels: {
            members: { authentication: identity.authentication, context: { variables: DEMO_CONTEXT } },
            account: { authentication: provider.authentication },
          },
        })),
    ...(env.origins && { origins: env.origins }),
    trustProxy: env.proxies,
    retention: { days: env.retentionDays },
    survey: {},
    fields: DEMO_FIELDS,
    ...(env.botFile !== undefined && { bot: loadBot(env.botFile) }),
    log: logFrom(env.logLevel),
  });
  const port = await listen(http, wanted);
  stopWithProcess(http, chat);
  greet(port, agents);
} catch (error) {
  giveUp(error);
}

function environment(): Environment {
  try {
    return environmentFrom(process.env);
  } catch (error) {
    return giveUp(error);
  }
}

function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function logFrom(level: LogLevel): Log {
  const write = jsonLog((line) => process.stderr.write(line));
  return (of, event, details) => {
    if (LOG_LEVELS.indexOf(of) >= LOG_LEVELS.indexOf(level)) write(of, event, details);
  };
}

async function listen(http: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    const busy = await new Promise<boolean>((resolve, reject) => {
      http.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(true) : reject(error),
      );
      http.listen(port, host, () => resolve(false));
    });
    http.removeAllListeners('error');
    if (!busy) return (http.address() as AddressInfo).port;
    if (port >= first + TRIES) throw new Error(`ports ${first} to ${port} are all in use`);
  }
}

function stopWithProcess(http: Server, chat: ChatServer): void {
  let stopping = false;
  const stop = (): void => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    http.close();
    void chat.close().finally(() => {
      http.closeAllConnections();
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function greet(port: number, { agents, demo }: Agents): void {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const base = `http://${name}:${port}`;
  const lines = [
    '',
    'live-chat-elements is running. Open both, side by side:',
    '',
    `  Demo shop    ${base}/`,
    `  Agent desk   ${base}/agent/`,
  ];
  if (demo) {
    for (const { name: who, password, role } of agents) {
      lines.push(
        `               sign in as ${who}, password ${password}${role === 'supervisor' ? ' (supervisor)' : ''}`,
      );
    }
  }
  if (port !== wanted && wanted !== 0) lines.push('', `Port ${wanted} is in use by another program.`);
  console.log([...lines, '', 'Ctrl+C stops it.', ''].join('\n'));
}
