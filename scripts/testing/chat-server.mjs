// The real chat server on Web Test Runner's own HTTP server: same origin as the tests, in every browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Tests that need the other side sign in as one of these. */
const AGENT = { name: 'Ada', password: 'ada' };
const SUPERVISOR = { name: 'Boss', password: 'boss', role: 'supervisor' };

/** How the customers of the channel `members` prove who they are: tests sign their tokens themselves. */
const MEMBERS = { issuer: 'shop.example', algorithms: ['HS256'], secret: 'a secret of the tests, of 32 bytes or more' };

/** All tests come from one address, and faster than any person. */
const plenty = { perSecond: 1000, burst: 10_000 };
const address = { sends: plenty, starts: plenty, connections: plenty, logins: plenty };

export function chatServer() {
  let chat;
  let folder;
  return {
    name: 'chat-server',
    async serverStart({ server }) {
      // Imported here, because its TypeScript loads only after the config has registered tsx.
      const { attachChatServer } = await import('../../demo/server/index.ts');
      folder = mkdtempSync(path.join(tmpdir(), 'chat-files-'));
      chat = await attachChatServer(server, {
        store: { path: ':memory:' },
        files: { folder },
        agents: [{ ...AGENT, capacity: 100 }, SUPERVISOR],
        rates: { address },
        channels: { members: { authentication: MEMBERS } },
        maxOpenPerAddress: 0,
      });
    },
    async serverStop() {
      await chat?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
    /** executeServerCommand('kick-sockets', 'visitors' | 'agents' | undefined) cuts connections as a bad network does. */
    executeCommand({ command, payload }) {
      return command === 'kick-sockets' ? chat.kick(payload) : undefined;
    },
  };
}
