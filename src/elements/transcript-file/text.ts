import { nameOf } from '../../controllers/announcer.js';
import type { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import { isolate } from '../../locales/isolate.js';
import type { Conversation, Entry, FileInfo } from '../../session/model/types.js';
import { honestName, sizeText } from '../files/file-texts.js';

/** In the file nothing turns the text around a name: it is read line by line. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** One line of what happened, or undefined for what a visitor does not see. */
function happened(entry: Entry, l: MoreLocalizeController): string | undefined {
  switch (entry.type) {
    case 'join':
      return entry.from.role === 'visitor' ? undefined : l.term('joined', nameOf(entry.from, l));
    case 'leave':
      return entry.from.role === 'visitor' ? undefined : l.term('left', nameOf(entry.from, l), entry.reason);
    case 'transfer':
      return l.term('transferred', entry.to && nameOf(entry.to, l));
    case 'end':
      return l.term('ended', entry.by, entry.reason);
    default:
      return undefined;
  }
}

/** A file, on a line of its own. Isolated: an Arabic name without an ending would take the figures of its size along. */
function fileLine({ name, size }: FileInfo, l: MoreLocalizeController): string {
  return `  📎 ${isolate(honestName(name))} (${isolate(sizeText(size, l))})`;
}

/** A message: its writer and time, then its text as it was written, then its files. */
function said(entry: Extract<Entry, { type: 'message' }>, me: string | undefined, l: MoreLocalizeController): string {
  const own = entry.from.id === me || entry.from.role === 'visitor';
  const name = own ? l.term('you') : nameOf(entry.from, l);
  const files = entry.files ?? [];
  const text = entry.text || files.length === 0 ? [entry.text.replace(/^/gm, '  ')] : [];
  const lines = [`${name} (${l.time(entry.at)})`, ...text].map(plain);
  return [...lines, ...files.map((file) => fileLine(file, l))].join('\n');
}

/**
 * A conversation as a text that a person can read and keep. Pure but for the language.
 * @param partial - messages before the first one could not be had
 */
export function transcriptText(
  { log, me }: Conversation,
  l: MoreLocalizeController,
  now: number,
  partial: boolean,
): string {
  const blocks = [`${l.more('fileHeading')}\n${l.more('fileSaved', l.dateTime(now))}`];
  if (partial) blocks.push(l.more('filePartial'));
  let day = '';
  for (const entry of log.entries) {
    const text = entry.type === 'message' ? said(entry, me, l) : happened(entry, l);
    if (text === undefined) continue;
    const date = l.fullDate(entry.at);
    if (date !== day) blocks.push(`— ${date} —`);
    day = date;
    blocks.push(entry.type === 'message' ? text : plain(`* ${text}`));
  }
  return `${blocks.join('\n\n')}\n`;
}
