/** The chat server and the demo pages as `npm start` has them, but one that gives up soon on agents and on visitors. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { demoPages } from '../../../demo/server/http/demo-pages.js';
import { attachChatServer, type AgentConfig } from '../../../demo/server/index.js';

const { PORT, HOST, DATA_DIR = '', AGENTS_FILE = '' } = process.env;

const http = createServer(demoPages(path.resolve(import.meta.dirname, '../../..')));
await attachChatServer(http, {
  store: { path: path.join(DATA_DIR, 'chat.db') },
  agents: JSON.parse(readFileSync(AGENTS_FILE, 'utf8')) as AgentConfig[],
  agentGraceMs: 1500,
  acceptTimeoutMs: 2000,
  // What an earlier test has left is gone before it counts.
  visitorGoneMs: 200,
  visitorEndMs: 100,
});
http.listen(Number(PORT), HOST);
process.on('SIGTERM', () => process.exit(0));
