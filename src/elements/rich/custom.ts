/** What the page draws itself: it is asked once for each message, and given an empty box or a slot. */
import { html, type TemplateResult } from 'lit';
import type { RichContent } from '../../protocol/rich/content.js';
import type { Answer, RichView } from './view.js';

/** What `chat-render-message` tells. A page that prevents the event has drawn the message, or will. */
export type RenderDetail = {
  /** From the message. */
  readonly name: string;
  /** From the message: anything, and not checked. */
  readonly data: unknown;
  /** The entry's place, and its text. */
  readonly seq: number;
  readonly text: string;
  /** Where to draw; kept as long as its row is. */
  readonly container: HTMLElement;
  /** In place of it: the slot of the transcript. */
  readonly slot: string;
  /** Answers the message; does nothing when it can't be answered any more. */
  readonly choose: (answer: {
    readonly ids: readonly string[];
    readonly text: string;
    readonly values?: Answer['values'];
  }) => void;
  /** Whether it can be answered. */
  readonly open: () => boolean;
};

declare global {
  interface HTMLElementEventMap {
    'chat-render-message': CustomEvent<RenderDetail>;
  }
}

/** The page's drawing; undefined when nobody draws it. */
export function drawCustom(
  { name, data }: Extract<RichContent, { kind: 'custom' }>,
  { host, memory, seq, text }: RichView,
  now: () => RichView,
): TemplateResult | undefined {
  const slot = `rich-${seq}`;
  if (!memory.canvas) {
    const container = document.createElement('div');
    const detail: RenderDetail = {
      name,
      data,
      seq,
      text,
      container,
      slot,
      choose: ({ ids, text: said, values }) => {
        const view = now();
        if (view.open) view.answer({ ids: [...ids], text: said, values });
      },
      open: () => now().open,
    };
    const event = new CustomEvent('chat-render-message', { detail, bubbles: true, composed: true, cancelable: true });
    memory.canvas = { container, drawn: !host.dispatchEvent(event) };
  }
  const { container, drawn } = memory.canvas;
  return drawn ? html`<div class="custom" part="rich-custom">${container}<slot name=${slot}></slot></div>` : undefined;
}
