/** F27: somebody tries to read, write or end the conversation of another, in every way that the protocol has. */
import type { Answer, Client } from '../../server/socket/harness.js';
import type { RowRig } from './rig.js';

type Victim = {
  readonly conversation: string;
  readonly credential: string;
  readonly key: string;
  readonly item: string;
  readonly secret: string;
};
type Attacker = { readonly client: Client; readonly conversation: string; readonly credential: string };
type Attack = (victim: Victim, attacker: Attacker, url: string) => Promise<unknown>;

const message = (text: string, id: string = crypto.randomUUID()) => ({ id, type: 'message', text });
const asked =
  (event: string, data: (victim: Victim, attacker: Attacker) => unknown): Attack =>
  (victim, attacker) =>
    attacker.client.ask(event, data(victim, attacker));
const resumed = (credential: (victim: Victim, attacker: Attacker) => unknown): Attack =>
  asked('resume', (victim, attacker) => ({
    conversation: victim.conversation,
    credential: credential(victim, attacker),
  }));
const requested =
  (name: string, body: unknown, credential: (victim: Victim, attacker: Attacker) => string, method = 'POST'): Attack =>
  async (victim, attacker, url) => {
    const response = await fetch(`${url}/chat/v1/conversations/${victim.conversation}/${name}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential(victim, attacker)}` },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    return response.text();
  };
const desk =
  (event: string, data: (victim: Victim) => unknown): Attack =>
  (victim, attacker) =>
    Promise.race([
      attacker.client.ask(event, data(victim)),
      new Promise((resolve) => setTimeout(() => resolve('no answer'), 300)),
    ]);

const HTTP = ['resume', 'send', 'pull', 'typing', 'end', 'files'] as const;
const WRONG = ['', 'undefined', '__proto__', '%00', '../..', 'null', ' '] as const;

/** Every attempt, by name. */
export const ATTACKS: readonly (readonly [string, Attack])[] = [
  ['resume without a credential', resumed(() => undefined)],
  ['resume with one’s own credential', resumed((_victim, { credential }) => credential)],
  ['resume with the id as credential', resumed(({ conversation }) => conversation)],
  ['resume with the id of a message', resumed(({ item }) => item)],
  ['resume with most of the credential', resumed(({ credential }) => credential.slice(0, -1))],
  ['resume with the credential in capitals', resumed(({ credential }) => credential.toUpperCase())],
  ['resume with a list of credentials', resumed(({ credential }) => [credential])],
  ...WRONG.map((wrong) => [`resume with ${JSON.stringify(wrong)}`, resumed(() => wrong)] as const),
  [
    'start under the id of the conversation',
    asked('start', ({ conversation }) => ({ key: conversation.padEnd(22, '0') })),
  ],
  ['start under the credential', asked('start', ({ credential }) => ({ key: credential.padEnd(22, '0') }))],
  ['send', asked('send', ({ conversation }) => ({ conversation, items: [message('forged')] }))],
  ['send the same id', asked('send', ({ conversation, item }) => ({ conversation, items: [message('forged', item)] }))],
  ['end', asked('send', ({ conversation }) => ({ conversation, items: [{ id: crypto.randomUUID(), type: 'end' }] }))],
  ['mark', asked('send', ({ conversation }) => ({ conversation, items: [{ id: 'm', type: 'mark', seen: 99 }] }))],
  ['pull', asked('pull', ({ conversation }) => ({ conversation, after: 0 }))],
  ['pull backwards', asked('pull', ({ conversation }) => ({ conversation, before: 1_000 }))],
  ['changes', asked('changes', () => ({ since: 0 }))],
  ['conversations', asked('conversations', () => ({}))],
  ['authenticate', asked('authenticate', ({ credential }) => ({ token: credential }))],
  [
    'type',
    ({ conversation }, { client }) => {
      client.socket.emit('typing', { conversation, typing: true, preview: 'forged' });
      return Promise.resolve('');
    },
  ],
  [
    'replay an id in one’s own conversation',
    asked('send', ({ item }, { conversation }) => ({ conversation, items: [message('mine', item)] })),
  ],
  [
    'forge the place, the time and the sender',
    asked('send', (_victim, { conversation }) => ({
      conversation,
      items: [{ ...message('mine too'), seq: 1, at: 1, from: { id: 'ann', role: 'agent' }, role: 'agent' }],
    })),
  ],
  ...HTTP.flatMap((name) => [
    [
      `request ${name} with one’s own credential`,
      requested(name, { after: 0 }, (_victim, { credential }) => credential),
    ] as const,
    [`request ${name} with none`, requested(name, { items: [message('forged')] }, () => '')] as const,
    [`get ${name}`, requested(name, undefined, (_victim, { credential }) => credential, 'GET')] as const,
  ]),
  ...['accept', 'watch', 'transfer', 'end', 'send', 'pull', 'open', 'join'].map(
    (event) =>
      [`what only a desk may ask: ${event}`, desk(event, ({ conversation }) => ({ conversation, items: [] }))] as const,
  ),
];

/** Tries one. Resolves with what it got. */
export async function attack(rig: RowRig, [name, attempt]: (typeof ATTACKS)[number]): Promise<readonly string[]> {
  const [own, other] = [await rig.server.visitor(), await rig.server.visitor()];
  const key = crypto.randomUUID();
  const secret = `secret ${crypto.randomUUID()}`;
  const item = crypto.randomUUID();
  const { conversation, credential = '' } = await own.start(key);
  await own.send(conversation, message(secret, item));
  const theirs = await other.start();
  const before = JSON.stringify(await rig.logOf(conversation));
  const attacker = { client: other, conversation: theirs.conversation, credential: theirs.credential ?? '' };
  const got = await attempt({ conversation, credential, key, item, secret }, attacker, rig.server.url);
  // What comes of it comes before the answer to this.
  await own.say(conversation, 'after');
  const wrong: string[] = [];
  const everything = JSON.stringify([got, other.heard]);
  if (everything.includes(secret) || everything.includes('"after"')) wrong.push(`${name}: it was read`);
  if (!JSON.stringify(await rig.logOf(conversation)).startsWith(before.slice(0, -1)))
    wrong.push(`${name}: the log changed`);
  if ((await rig.logOf(conversation)).some(({ text }) => text === 'forged')) wrong.push(`${name}: it was written`);
  if ((await rig.logOf(conversation)).at(-1)?.text !== 'after') wrong.push(`${name}: the conversation does not go on`);
  if (own.heard.some(({ payload }) => JSON.stringify(payload).includes('forged'))) wrong.push(`${name}: it was heard`);
  const mine = await rig.logOf(theirs.conversation);
  for (const text of mine.map((row) => row.text))
    if (text !== 'mine' && text !== 'mine too') wrong.push(`${name}: their own log has "${text}"`);
  const answer = got as Answer;
  if (name.startsWith('replay') && !(answer.ok && answer.data.results[0].status === 'stored'))
    wrong.push(`${name}: the id of another’s message was told from a new one`);
  own.close();
  other.close();
  return wrong;
}
