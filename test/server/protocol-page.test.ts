import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { AGENT_FRAMES } from '../../src/protocol/agent.js';
import * as wire from '../../src/protocol/index.js';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

/** The JSON examples below a heading. */
function examples(heading: string): unknown[] {
  const start = PAGE.indexOf(`\n${heading}\n`);
  assert.notEqual(start, -1, heading);
  const level = /^#+/.exec(heading)?.[0] ?? '';
  const end = PAGE.slice(start + 1).search(new RegExp(`\\n#{1,${level.length}} `));
  const section = end === -1 ? PAGE.slice(start) : PAGE.slice(start, start + 1 + end);
  return [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text ?? '') as unknown);
}

function fits(schema: v.GenericSchema, data: unknown): void {
  const parsed = v.safeParse(schema, data);
  assert.ok(parsed.success, JSON.stringify([data, parsed.issues?.[0]?.message]));
}

function dataOf(answer: unknown): unknown {
  fits(wire.answer, answer);
  return (answer as { data: unknown }).data;
}

describe('docs/protocol.md', () => {
  test('every example is what the schemas take', () => {
    const [welcome] = examples('### `welcome`');
    fits(wire.welcome, welcome);
    fits(wire.visitorHandshake, examples('## The handshake')[0]);
    fits(wire.entry, examples('### Entry')[0]);
    fits(wire.registers, examples('### Registers')[0]);
    fits(wire.anyEntry, examples('### Changed messages')[0]);
    fits(wire.survey, examples('### `survey`')[0]);
    const [rich, chosen] = examples('### Rich messages');
    fits(wire.entry, rich);
    fits(wire.richContent, (rich as { rich: unknown }).rich);
    fits(wire.item, chosen);
    const [start, started] = examples('### `start`');
    fits(wire.start, start);
    fits(wire.opened, dataOf(started));
    fits(wire.resume, examples('### `resume`')[0]);
    const [send, sent] = examples('### `send`');
    fits(wire.send, send);
    fits(wire.sent, dataOf(sent));
    const [pull, pulled] = examples('### `pull`');
    fits(wire.pull, pull);
    fits(wire.page, dataOf(pulled));
    fits(wire.changes, examples('### `changes`')[0]);
    const [list, listed] = examples('### `conversations`');
    fits(wire.conversations, list);
    fits(wire.listed, dataOf(listed));
    const [threads, threadList] = examples('### `threads`');
    fits(wire.threads, threads);
    fits(wire.threadList, dataOf(threadList));
    fits(wire.thread, examples('### `thread`')[0]);
    const [authenticate, authenticated] = examples('### `authenticate`');
    fits(wire.authenticate, authenticate);
    fits(wire.authenticated, dataOf(authenticated));
    const [asks, available] = examples('### `availability`');
    fits(wire.availability, asks);
    fits(wire.available, dataOf(available));
    const [leave, left] = examples('### `leave-message`');
    fits(wire.leaveMessage, leave);
    fits(wire.messageLeft, dataOf(left));
    const [push] = examples('### `entry`');
    fits(wire.entryPush, push);
    fits(wire.entry, (push as { entry: unknown }).entry);
    fits(wire.beat, examples('### `beat`')[0]);
    fits(wire.revoked, examples('### `revoked`')[0]);
    for (const answer of examples('### Acknowledgements')) fits(wire.answer, answer);
    const [newFile, created, completed, ticket] = examples('### Files');
    fits(wire.newFile, newFile);
    fits(wire.fileState, dataOf(created));
    fits(wire.fileState, dataOf(completed));
    fits(wire.fileTicket, dataOf(ticket));
    const [pullOverHttp, pulledOverHttp] = examples('### The second binding');
    fits(wire.httpPull, pullOverHttp);
    fits(wire.httpPulled, dataOf(pulledOverHttp));
  });

  test('every event, code and entry type is on the page', () => {
    for (const name of Object.keys(wire.VISITOR_FRAMES)) assert.ok(PAGE.includes(`### \`${name}\``), name);
    for (const name of Object.keys(AGENT_FRAMES)) assert.match(PAGE, new RegExp(`\\| \`${name}\` +\\|`), name);
    for (const code of wire.WIRE_CODES) assert.match(PAGE, new RegExp(`\\| \`${code}\` +\\|`), code);
    for (const { entries } of wire.anyEntry.options)
      assert.match(PAGE, new RegExp(`\\| \`${entries.type.literal}\` +\\|`));
  });

  test('every feature is on the page', () => {
    for (const name of Object.keys(wire.features.entries)) assert.match(PAGE, new RegExp(`\\| \`${name}\` +\\|`), name);
  });

  test('every kind of rich message is on the page', () => {
    for (const kind of wire.RICH_KINDS) assert.match(PAGE, new RegExp(`\\| \`${kind}\` +\\|`), kind);
  });

  test('the limits are those that servers announce by default, and a full batch fits into a frame', () => {
    const [welcome] = examples('### `welcome`') as [{ limits: unknown; protocol: number }];
    assert.deepEqual(welcome.limits, wire.DEFAULT_LIMITS);
    assert.equal(welcome.protocol, wire.PROTOCOL_VERSION);
    const { maxBatch, maxText, maxFrame } = wire.DEFAULT_LIMITS;
    assert.ok(maxFrame >= maxBatch * (maxText * 6 + 300));
  });
});

describe('docs/rich-messages.md', () => {
  test('has one example of each kind, and every one is what the schema takes', () => {
    const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/rich-messages.md'), 'utf8');
    const kinds = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => {
      const example: unknown = JSON.parse(text ?? '');
      fits(wire.richContent, example);
      return (example as { kind: string }).kind;
    });
    assert.deepEqual(kinds, [...wire.RICH_KINDS]);
  });
});
