import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../../src/facades/genesys/config.js';
import { FIELDS } from '../../../src/facades/genesys/config-fields.js';

type Contract = { readonly config: Readonly<Record<string, Readonly<Record<string, string>>>> };
const { config: documented } = JSON.parse(
  readFileSync(new URL('../../contracts/webchatservice.json', import.meta.url), 'utf8'),
) as Contract;

const V2 = { apikey: 'key', dataURL: 'https://api.example/gms-chat/2/chat', enableCustomHeader: true, userData: {} };
const V3 = {
  transport: {
    type: 'pureengage-v3-rest',
    dataURL: 'https://host.example/nexus/v3/chat/sessions',
    endpoint: 'x',
    headers: { 'x-api-key': 'key' },
    async: { enabled: true, setSessionData: () => undefined, getSessionData: () => undefined },
    stream: 'live',
  },
};
const CLOUD = {
  transport: {
    type: 'purecloud-v2-sockets',
    dataURL: 'https://api.mypurecloud.example',
    deploymentKey: 'key',
    orgGuid: 'guid',
    interactionData: { routing: { targetType: 'QUEUE', targetAddress: 'Support', priority: 2, skills: ['Printers'] } },
  },
  userData: { customerId: '59606' },
};

/** A copy in which one path is another value; undefined takes it away. */
function withAt<Value>(value: Value, path: string, to: unknown): Value {
  const copy = { ...value } as Record<string, unknown>;
  const [name = '', ...rest] = path.split('.');
  if (rest.length > 0) copy[name] = withAt(copy[name], rest.join('.'), to);
  else if (to === undefined) delete copy[name];
  else copy[name] = to;
  return copy as Value;
}

test('every documented option has a rule, and no rule is for one that is not documented', () => {
  const inside = new Set(FIELDS.map(({ path }) => path));
  const names = Object.entries(documented).flatMap(([form, options]) =>
    Object.keys(options)
      .filter((name) => !['note', 'Cookie', 'userData'].includes(name))
      .map((name) => name.replace(/\['(.+)'\]/, '.$1'))
      .map((name) => (form === 'v2' ? name : name)),
  );
  assert.deepEqual(
    [...new Set(names)].filter((name) => !inside.has(name)),
    [],
  );
  const known = new Set(names);
  const parents = (path: string): boolean => [...known].some((name) => name.startsWith(`${path}.`));
  // What an option of the WebChat plugin holds, and the form, stand in one row of the contract.
  const more = /^(autoInvite|chatButton)\.|^form$/;
  assert.deepEqual(
    [...inside].filter((path) => !known.has(path) && !parents(path) && !more.test(path)),
    [],
  );
});

for (const [name, form, type] of [
  ['v2', V2, 'v2'],
  ['v3', V3, 'pureengage-v3-rest'],
  ['cloud', CLOUD, 'purecloud-v2-sockets'],
] as const)
  test(`the ${name} form is read whole`, () => {
    const { config, type: read, problems } = readConfig(form, false);
    assert.deepEqual([read, problems], [type, []]);
    for (const [option, value] of Object.entries(form)) assert.deepEqual(config[option], value, option);
  });

test('documented defaults are filled in', () => {
  const { config } = readConfig({ ...V2, autoInvite: { enabled: true } }, false);
  assert.deepEqual(
    [config.ajaxTimeout, config.pollExceptionLimit, config.autoInvite, config.userData],
    [3000, 5, { enabled: true, timeToInviteSeconds: 10, inviteTimeoutSeconds: 30 }, {}],
  );
});

test('each demanded option is missed by its name, with what it must be', () => {
  const demanded: [object, string][] = [
    [V2, 'dataURL'],
    ...['dataURL', 'endpoint', 'headers', 'headers.x-api-key'].map((path): [object, string] => [
      V3,
      `transport.${path}`,
    ]),
    [V3, 'transport.async.getSessionData'],
    [V3, 'transport.async.setSessionData'],
    ...['dataURL', 'deploymentKey', 'orgGuid', 'interactionData', 'interactionData.routing.targetAddress'].map(
      (path): [object, string] => [CLOUD, `transport.${path}`],
    ),
  ];
  for (const [form, path] of demanded)
    assert.throws(
      () => readConfig(withAt(form, path, undefined), false),
      (error: Error & { code?: string }) =>
        error.code === 'invalid' &&
        error.message.includes(`webchat.${path} is missing`) &&
        /must be/.test(error.message),
      path,
    );
  assert.throws(() => readConfig({ transport: { dataURL: 'https://x.example' } }, false), /transport\.type is missing/);
});

test('a page that names another back end need not name the oldest one’s', () => {
  assert.equal(readConfig({ emojis: true }, true).type, undefined);
  assert.equal(readConfig(undefined, true).type, undefined);
  assert.equal(readConfig({ cometD: { enabled: true } }, false).type, undefined);
});

test('an option of the wrong type is told by its name; what only looks wrong is left out', () => {
  for (const [path, value, what] of [
    ['dataURL', 'javascript:alert(1)', /dataURL must be the address/],
    ['apikey', 7, /apikey must be a string.*not number/],
    ['transport', [], /transport must be an object.*not an array/],
    ['xhrFields', null, /xhrFields must be an object.*not null/],
  ] as const)
    assert.throws(() => readConfig(withAt(V2, path, value), false), what, path);
  assert.throws(
    () => readConfig(withAt(CLOUD, 'transport.interactionData.routing.priority', 11), false),
    /priority must be an integer from 0 to 10/,
  );
  const { config, problems } = readConfig(
    { ...V2, emojis: 'yes', chatButton: { enabled: true, openDelay: '1s', template: '<b>x</b>' }, autoInvite: 3 },
    false,
  );
  assert.deepEqual(config.chatButton, { enabled: true, template: '<b>x</b>' });
  assert.deepEqual([config.emojis, config.autoInvite.enabled], [undefined, false]);
  assert.equal(problems.length, 3);
  assert.match(problems.join(), /emojis must be a boolean, not string; the default is used/);
  assert.match(problems.join(), /chatButton\.openDelay must be a number/);
});

test('userData that is not flat is left out, and told', () => {
  const { config, problems } = readConfig({ ...V2, userData: { a: 1, b: { c: 1 }, d: () => 1 } }, false);
  assert.deepEqual([config.userData, problems.length], [{ a: 1 }, 2]);
});

test('what is no object, can not be read or refers to itself is refused with its name', () => {
  for (const bad of ['x', 7, [], null, () => 1, new Date()])
    assert.throws(() => readConfig(bad, true), /webchat: must be an object/, String(bad));
  const round: Record<string, unknown> = { ...V2 };
  round['self'] = round;
  assert.throws(() => readConfig(round, true), /self.*refers to itself/);
  const trap = Object.defineProperty({ ...V2 }, 'apikey', {
    enumerable: true,
    get: () => {
      throw new Error('trap');
    },
  });
  assert.throws(() => readConfig(trap, true), /webchat\.apikey: reading it throws/);
});

test('names that reach a prototype are inert', () => {
  const hostile = JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"userData":{"__proto__":{"polluted":1},"a":1},"transport":{"type":"x","__proto__":{"deploymentKey":"y"}}}',
  ) as unknown;
  const { config } = readConfig(hostile, true);
  assert.equal((config as unknown as { polluted?: unknown }).polluted, undefined);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  assert.equal(config.transport?.deploymentKey, undefined);
  assert.deepEqual(Object.keys(config).includes('constructor'), false);
  assert.deepEqual(config.userData, { a: 1 });
});

test('what the page changes later changes nothing here, and what is here can not be changed', () => {
  const page = { ...CLOUD, transport: { ...CLOUD.transport } };
  const { config } = readConfig(page, false);
  page.transport.orgGuid = 'another';
  assert.equal(config.transport?.orgGuid, 'guid');
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.transport) && Object.isFrozen(config.userData));
});
