/** Outgoing mail: messages that were left go to the team, transcripts to whom the operator says. */
import { createTransport, type Transporter } from 'nodemailer';
import type { ConversationRow, EntryRow, LeftMessageRow } from '../store/port.js';

/** What an operator says of it. */
export interface MailConfig {
  /** The address of the mail server: `smtps://user:password@mail.example` or `smtp://…`. */
  readonly server: string;
  /** The sender, such as `Chat <chat@shop.example>`. */
  readonly from: string;
  /** Who gets messages that were left. */
  readonly team: string;
  /** Who gets the transcript of a conversation that has ended; default: nobody. */
  readonly transcripts?: 'team' | 'visitor' | 'both' | undefined;
}

/** A mail as it waits to be sent: text, and nothing else. */
export interface Letter {
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
}

// One address, and no list of them: what a visitor writes must not send mail to the world.
const ADDRESS = /^[^\s@,;:<>()"\\[\]]{1,64}@[^\s@,;:<>()"\\[\]]{1,190}$/u;

const oneAddress = (given: string | null | undefined): string | undefined =>
  given !== null && given !== undefined && ADDRESS.test(given.trim()) ? given.trim() : undefined;
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().slice(0, 120);

/** The mail about a message that was left. An answer to it goes to whoever left it. Pure. */
export function leftLetter({ team }: MailConfig, message: LeftMessageRow): Letter {
  const { name, email, customer, channel, queue, text, at } = message;
  const facts = [
    ['From', name],
    ['Email', email],
    ['Customer', customer],
    ['Channel', channel],
    ['Queue', queue],
    ['Left', new Date(at).toISOString()],
  ].filter(([, value]) => value);
  return {
    to: team,
    replyTo: oneAddress(email),
    subject: oneLine(`Message from ${name ?? email ?? 'a visitor'}`),
    text: `${facts.map(([label, value]) => `${label}: ${oneLine(String(value))}`).join('\n')}\n\n${text}\n`,
  };
}

/** The mails with a transcript, one for each who gets it. Pure. */
export function transcriptLetters(
  { team, transcripts }: MailConfig,
  row: ConversationRow,
  entries: readonly EntryRow[],
): readonly Letter[] {
  const lines = entries.flatMap(({ body, at, audience }) =>
    body.type === 'message' && audience === 'all'
      ? [`[${new Date(at).toISOString()}] ${oneLine(body.from.name ?? body.from.role)}: ${body.text}`]
      : [],
  );
  if (lines.length === 0) return [];
  const visitor = transcripts === 'team' ? undefined : oneAddress(row.profile.email);
  const to = [...(transcripts === 'visitor' ? [] : [team]), ...(visitor === undefined ? [] : [visitor])];
  const text = `${lines.join('\n')}\n`;
  return to.map((one) => ({
    to: one,
    subject: `Your conversation of ${new Date(row.startedAt).toISOString().slice(0, 10)}`,
    text,
  }));
}

/** Hands letters to a mail server. */
export class Mailer {
  readonly #transport: Transporter;

  constructor(private readonly config: MailConfig) {
    if (!/^smtps?:\/\//.test(config.server) || !URL.canParse(config.server))
      throw new RangeError('mail.server must be an address like smtps://user:password@mail.example');
    for (const name of ['from', 'team'] as const)
      if (!config[name].includes('@')) throw new RangeError(`mail.${name} must be an address`);
    this.#transport = createTransport(config.server);
  }

  /** Resolves when the server has taken it. */
  async send(letter: Letter, id: string): Promise<void> {
    const { from } = this.config;
    const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-].*$/, '');
    await this.#transport.sendMail({
      ...letter,
      from,
      // The same over all tries, so that a receiver can tell a second copy.
      messageId: `<${id}@${host}>`,
      disableFileAccess: true,
      disableUrlAccess: true,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  close(): void {
    this.#transport.close();
  }
}
