import { LocalizeController } from '../../controllers/localize-controller.js';
import type { ConversationKey } from '../../session/model/types.js';
import { conversationOf } from '../../session/model/selectors.js';
import { addStyles } from '../add-styles.js';
import type { LiveChat } from '../live-chat.js';
import type { RenderDetail } from '../rich/custom.js';
import type { ShellHandle } from '../shell-handle.js';
import { injectedStyles } from './injected.styles.js';

/** A row of the page's own. */
export type InjectOptions = {
  /** What it says: shown, unless there is `content`, and read out. */
  readonly text: string;
  /** Who says it; left out, the system. */
  readonly name?: string | undefined;
  /** The address of a picture. */
  readonly avatar?: string | undefined;
  /** Shown in place of the text. */
  readonly content?: readonly (Node | string)[] | undefined;
  /** A background colour and a radius, as CSS writes them. */
  readonly fill?: string | undefined;
  readonly radius?: string | undefined;
  /** What is left out: the bubble with all around it, the name, the time. */
  readonly without?: readonly ('bubble' | 'name' | 'time')[] | undefined;
  /** On which side it stands; `start` is that of the other side's messages. */
  readonly side?: 'start' | 'end' | undefined;
};

/** Where it goes. */
type Place = {
  readonly shell: LiveChat;
  readonly handle: ShellHandle;
  readonly transcripts: readonly HTMLElementTagNameMap['chat-transcript'][];
  readonly key: ConversationKey;
};

/** The name of such a custom message; which one it is says an id that no server can guess. */
const NAME = 'injected';

/** A node that is taken away sooner is not spoken everywhere. */
const KEEP = 1500;

const boxes = new Map<string, HTMLElement>();
const styled = new WeakSet<EventTarget>();
const languages = new WeakMap<LiveChat, LocalizeController>();
const watched = new WeakSet<Document>();

/** Draws the rows of this module where a transcript asks the page to. */
function onRender(event: Event): void {
  const { name, data, container } = (event as CustomEvent<RenderDetail>).detail;
  const box = name === NAME ? boxes.get(String(data)) : undefined;
  const [host] = event.composedPath();
  if (!box || !host) return;
  event.preventDefault();
  if (!styled.has(host)) addStyles(host as HTMLElementTagNameMap['chat-transcript'], injectedStyles);
  styled.add(host);
  // A second transcript of the same conversation gets a copy.
  container.append(box.isConnected ? box.cloneNode(true) : box);
}

/** Black or white, whichever reads better on a colour; nothing for what is none. */
function inkOn(colour: string): string {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen || !CSS.supports('color', colour)) return '';
  pen.fillStyle = colour;
  const parts = /^#(..)(..)(..)$/.exec(pen.fillStyle)?.slice(1);
  if (!parts) return '';
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (Number.parseInt(part, 16) / 255) ** 2.2);
  // Where the contrast to both is the same.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

function boxOf({ content, text, fill, radius, without = [], side }: InjectOptions): HTMLElement {
  const box = document.createElement('div');
  box.className = ['injected', side ?? 'start', ...without.map((what) => `no-${what}`)].join(' ');
  box.dir = 'auto';
  if (!without.includes('bubble')) box.classList.add('bubble');
  // Property by property: what is no colour, or no length, is left out by the browser.
  if (fill !== undefined) {
    box.style.setProperty('background-color', fill);
    box.style.setProperty('color', inkOn(fill));
  }
  if (radius !== undefined) box.style.setProperty('border-radius', radius);
  box.append(...(content ?? [text]));
  if (!content) box.classList.add('plain');
  return box;
}

/** Whether a row needs drawing of its own. */
function isPlain({ content, fill, radius, without = [], side = 'start' }: InjectOptions): boolean {
  return !content && fill === undefined && radius === undefined && without.length === 0 && side === 'start';
}

/** Reads it out, as the transcript does with what is received. */
function say({ renderRoot }: HTMLElementTagNameMap['chat-transcript'], text: string): void {
  const line = document.createElement('div');
  line.textContent = text;
  renderRoot.querySelector('.announcer')?.append(line);
  setTimeout(() => line.remove(), KEEP);
}

/** Puts a row after what is there, and resolves with its element once it shows; undefined where nothing shows it. */
export async function injectRow(place: Place, options: InjectOptions): Promise<HTMLElement | undefined> {
  const { shell, handle, transcripts, key } = place;
  const id = `injected-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  const { text, name, avatar } = options;
  const box = isPlain(options) ? undefined : boxOf(options);
  if (box) {
    boxes.set(id, box);
    if (!watched.has(shell.ownerDocument)) shell.ownerDocument.addEventListener('chat-render-message', onRender);
    watched.add(shell.ownerDocument);
  }
  const rich = box && { v: 1, kind: 'custom', name: NAME, data: id };
  const from = { id, role: 'system', name, avatar } as const;
  const seq = await new Promise<number | undefined>((resolve) => {
    const look = (): void => {
      const conversation = conversationOf(handle.state, key);
      const entry = conversation?.log.entries.findLast((one) => 'from' in one && one.from?.id === id);
      if (conversation && !entry) return;
      undo();
      resolve(entry?.seq);
    };
    const undo = handle.subscribe(look);
    handle.perform({ type: 'chat-inject-request', detail: { conversationId: key, row: { from, text, rich } } });
  });
  const [transcript] = transcripts;
  if (seq === undefined || !transcript) return box;
  await transcript.updateComplete;
  let localize = languages.get(shell);
  if (!localize) languages.set(shell, (localize = new LocalizeController(shell)));
  if (transcript.announce !== 'none')
    say(transcript, localize.term('announceMessage', name || localize.term('system'), text));
  return box ?? transcript.renderRoot.querySelector<HTMLElement>(`[data-seq="${seq}"]`) ?? undefined;
}
