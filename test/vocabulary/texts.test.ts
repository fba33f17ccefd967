import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMAND_TEXTS } from '../../src/vocabulary/texts.js';

type Outcome = { readonly status: string; readonly when: string; readonly text?: { readonly WID: string } };
type Contract = { readonly commands: Readonly<Record<string, { readonly outcomes?: readonly Outcome[] }>> };
const contract = JSON.parse(
  readFileSync(new URL('../contracts/webchatservice.json', import.meta.url), 'utf8'),
) as Contract;

test('the texts are the documented ones, letter by letter, and none is missing for a command that is made', () => {
  for (const [command, texts] of Object.entries(COMMAND_TEXTS)) {
    const documented = (contract.commands[command]?.outcomes ?? []).flatMap(({ status, text }) =>
      status === 'rejected' && text ? [text.WID] : [],
    );
    assert.deepEqual(Object.values(texts).sort(), [...new Set(documented)].sort(), command);
  }
});
