/** The file of `CONFIG_FILE`: channels, queues, hours and hooks, in JSON. Keys and secrets are in files of their own, named from where this one is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { verifiedAt } from './hooks/challenge.js';
import { HAPPENINGS } from './hooks/happenings.js';
import { ALGORITHMS } from './identity/config.js';
import type { ChatServerOptions } from './options.js';

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

const authentication = v.strictObject({
  issuer: word,
  audience: v.optional(word),
  algorithms: v.array(v.picklist(ALGORITHMS)),
  publicKeyFile: v.optional(word),
  secretFile: v.optional(word),
  jwks: v.optional(v.object({ keys: v.array(v.looseObject({})) })),
  jwksUrl: v.optional(word),
  skew: v.optional(v.number()),
  typ: v.nullish(word),
  realm: v.optional(word),
});

const value = v.union([v.string(), v.number(), v.boolean(), v.null()]);

const channel = v.strictObject({
  authentication: v.optional(authentication),
  context: v.optional(
    v.strictObject({
      variables: v.record(
        word,
        v.strictObject({
          type: v.optional(v.picklist(['string', 'number', 'boolean'])),
          display: v.optional(v.boolean()),
          verified: v.optional(v.boolean()),
        }),
      ),
      undeclared: v.optional(v.picklist(['create', 'ignore'])),
    }),
  ),
  queue: v.optional(word),
  routing: v.optional(
    v.array(
      v.strictObject({
        when: v.record(word, value),
        queue: v.optional(word),
        skills: v.optional(v.array(word)),
      }),
    ),
  ),
});

const ranges = v.optional(v.array(v.string()));

const hours = v.strictObject({
  zone: word,
  week: v.strictObject({
    mon: ranges,
    tue: ranges,
    wed: ranges,
    thu: ranges,
    fri: ranges,
    sat: ranges,
    sun: ranges,
  }),
  closed: v.optional(v.array(v.string())),
});

const config = v.strictObject({
  channels: v.optional(v.record(word, channel), {}),
  queues: v.optional(v.record(word, v.strictObject({ hours: v.optional(word) })), {}),
  hours: v.optional(v.record(word, hours), {}),
  webhooks: v.optional(
    v.array(v.strictObject({ url: word, secretFile: word, events: v.optional(v.array(v.picklist(HAPPENINGS))) })),
  ),
  mail: v.optional(
    v.strictObject({
      serverFile: word,
      from: word,
      team: word,
      transcripts: v.optional(v.picklist(['team', 'visitor', 'both'])),
    }),
  ),
  challenge: v.optional(v.strictObject({ field: word, verifyUrl: word, secretFile: word })),
});

/** What the file says. */
export type FileConfig = Required<Pick<ChatServerOptions, 'channels' | 'queues' | 'hours'>> &
  Pick<ChatServerOptions, 'webhooks' | 'mail' | 'challenge'>;

/** Reads it. Throws with the name of the file and of what is wrong in it. */
export function loadConfig(file: string): FileConfig {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} can't be read as JSON`, { cause });
  }
  const parsed = v.safeParse(config, data);
  if (!parsed.success) throw new Error(`${file}: ${v.getDotPath(parsed.issues[0]) ?? 'the file'} is not valid`);
  const read = (name: string): string => readFileSync(path.resolve(path.dirname(file), name), 'utf8').trim();
  const text = (name: string | undefined): string | undefined => (name === undefined ? undefined : read(name));
  const channels = Object.entries(parsed.output.channels).map(([name, { authentication: given, ...rest }]) => {
    if (!given) return [name, rest] as const;
    const { publicKeyFile, secretFile, ...others } = given;
    return [
      name,
      { ...rest, authentication: { ...others, publicKey: text(publicKeyFile), secret: text(secretFile) } },
    ] as const;
  });
  const { queues, hours, webhooks, mail, challenge } = parsed.output;
  return {
    channels: Object.fromEntries(channels),
    queues,
    hours,
    ...(webhooks && {
      webhooks: webhooks.map(({ secretFile, ...rest }) => ({ ...rest, secret: read(secretFile) })),
    }),
    ...(mail && {
      mail: { from: mail.from, team: mail.team, transcripts: mail.transcripts, server: read(mail.serverFile) },
    }),
    ...(challenge && {
      challenge: { field: challenge.field, check: verifiedAt(challenge.verifyUrl, read(challenge.secretFile)) },
    }),
  };
}
