import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { environmentFrom } from '../../demo/server/environment.js';
import { attachChatServer, type ChatServerOptions } from '../../demo/server/index.js';

describe('the environment of npm start', () => {
  test('an empty one gives the defaults', () => {
    assert.deepEqual(environmentFrom({}), {
      port: 8080,
      host: '127.0.0.1',
      dataFolder: undefined,
      agentsFile: undefined,
      botFile: undefined,
      configFile: undefined,
      origins: undefined,
      proxies: 0,
      fileMegabytes: 20,
      retentionDays: 30,
      logLevel: 'warn',
    });
  });

  test('what is given is taken', () => {
    const { port, origins, proxies, fileMegabytes, retentionDays, logLevel } = environmentFrom({
      PORT: '0',
      ORIGINS: 'https://shop.example, http://localhost:3000',
      TRUST_PROXY: '2',
      FILE_SIZE_MB: '0',
      RETENTION_DAYS: '0',
      LOG_LEVEL: 'off',
    });
    assert.deepEqual(
      [port, origins, proxies, fileMegabytes, retentionDays, logLevel],
      [0, ['https://shop.example', 'http://localhost:3000'], 2, 0, 0, 'off'],
    );
  });

  test('what can’t be meant is refused by name, with the remedy', () => {
    const nonsense: Record<string, readonly string[]> = {
      PORT: ['', 'http', '65536', '-1', '80.5'],
      HOST: ['', ' '],
      DATA_DIR: [''],
      AGENTS_FILE: [''],
      BOT_FILE: ['', ' '],
      ORIGINS: ['', 'shop.example', 'https://shop.example/', 'https://a.example,', '*', 'null', 'HTTPS://shop.example'],
      TRUST_PROXY: ['', 'true', 'NaN', '-1', '1.5', '0x1', '1e9', '101'],
      FILE_SIZE_MB: ['', 'big', '-1', '0.5', '201', '1e1'],
      RETENTION_DAYS: ['', 'abc', '-1', '0.5', 'Infinity', '99999999'],
      LOG_LEVEL: ['', 'debug', 'Warn'],
    };
    for (const [name, values] of Object.entries(nonsense)) {
      for (const value of values)
        assert.throws(
          () => environmentFrom({ [name]: value }),
          new RegExp(`^Error: ${name} can't be ".*": give .+`),
          value,
        );
    }
  });
});

describe('the options of attachChatServer', () => {
  test('a number that it could not work by is refused by name', async () => {
    const nonsense: Record<string, Partial<ChatServerOptions>> = {
      trustProxy: { trustProxy: Number.NaN },
      'trustProxy must be a whole number from 0': { trustProxy: -1 },
      'retention.days': { retention: { days: Number.NaN } },
      'retention.days must be a whole number': { retention: { days: 1.5 } },
      heartbeatMs: { heartbeatMs: 0 },
      acceptTimeoutMs: { acceptTimeoutMs: Infinity },
      idleEndMs: { idleEndMs: '5' as unknown as number },
      pingTimeout: { pingTimeout: 0 },
      'bot.patience': { bot: { name: 'Ada', greeting: [], rules: [], fallback: 'Pardon?', patience: Number.NaN } },
      'files.maxSize': { files: { folder: 'nowhere', maxSize: Number.NaN } },
      'files.chunk': { files: { folder: 'nowhere', chunk: 0 } },
      'files.ticketMs': { files: { folder: 'nowhere', ticketMs: Infinity } },
      'files.perConversation.bytes': { files: { folder: 'nowhere', perConversation: { files: 1, bytes: -1 } } },
      'limits.maxPage': { limits: { maxPage: 0 } },
      'rates.connection.sends': { rates: { connection: { sends: { perSecond: Number.NaN, burst: 1 } } } },
      'rates.address.logins': { rates: { address: { logins: { perSecond: 1, burst: 0 } } } },
    };
    for (const [name, options] of Object.entries(nonsense)) {
      await assert.rejects(
        attachChatServer(createServer(), { store: { path: ':memory:' }, ...options }),
        (error: unknown) => error instanceof RangeError && error.message.startsWith(name),
        name,
      );
    }
  });
});
