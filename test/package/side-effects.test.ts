import assert from 'node:assert/strict';
import { test } from 'node:test';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { useConsumer } from './consumer.js';

const consumer = useConsumer();

/** What a consumer's bundler makes of a module, chunks included. */
async function bundle(code: string): Promise<string> {
  const bundled = await rollup({
    input: consumer.write('app.js', code),
    plugins: [resolve({ browser: true, rootDir: consumer.folder })],
    onwarn: (warning) => assert.notEqual(warning.code, 'UNRESOLVED_IMPORT', warning.message),
  });
  const { output } = await bundled.generate({ format: 'esm' });
  await bundled.close();
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

const registered = (code: string): string[] =>
  [...code.matchAll(/\bdefine\('([\w-]+)',/g)].map((match) => match[1]!).sort();

const PANEL = [
  'chat-actions',
  'chat-composer',
  'chat-emojis',
  'chat-form',
  'chat-header',
  'chat-invitation',
  'chat-launcher',
  'chat-leave-message',
  'chat-overlay',
  'chat-status',
  'chat-threads',
  'chat-threads-toggle',
  'chat-transcript',
  'chat-window',
  'live-chat',
];

test('a bare import keeps everything that registers, in whatever chunk it stands', async () => {
  assert.deepEqual(registered(await bundle(`import 'live-chat-elements';`)), PANEL);
});

test('a preset brings what it needs, and the facade alone brings neither Lit nor an element', async () => {
  const preset = await bundle(
    `import { installGenesys } from 'live-chat-elements/presets/genesys'; installGenesys({ transport: 'socket-io' });`,
  );
  assert.deepEqual(registered(preset), PANEL);
  const facade = await bundle(
    `import { installBus } from 'live-chat-elements/facades/genesys'; console.log(installBus);`,
  );
  assert.deepEqual(registered(facade), []);
  assert.doesNotMatch(facade, /LitElement|litHtmlVersions|engine\.io|indexedDB/);
});

test('define/all registers every element', async () => {
  assert.deepEqual(
    registered(await bundle(`import 'live-chat-elements/define/all';`)),
    [...PANEL, 'chat-message'].sort(),
  );
});

test('one define module registers its own element and no other', async () => {
  assert.deepEqual(registered(await bundle(`import 'live-chat-elements/define/chat-status';`)), ['chat-status']);
});

test('an element’s class alone registers nothing', async () => {
  const code = await bundle(
    `import { ChatHeader } from 'live-chat-elements/elements/chat-header'; console.log(ChatHeader);`,
  );
  assert.match(code, /class ChatHeader /);
  assert.deepEqual(registered(code), []);
});

test('the headless session brings neither Lit nor Socket.IO', async () => {
  const code = await bundle(`import { createChat } from 'live-chat-elements/session'; console.log(createChat);`);
  assert.match(code, /createChat/);
  assert.doesNotMatch(code, /LitElement|litHtmlVersions|engine\.io|indexedDB/);
});

test('an import that is not used leaves nothing behind', async () => {
  assert.equal((await bundle(`import { ChatHeader } from 'live-chat-elements/elements/chat-header';`)).trim(), '');
});
