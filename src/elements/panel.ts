import { html, nothing, type TemplateResult } from 'lit';
import type { LiveChat } from './live-chat.js';
import type { PanelExtras } from './panel-extras.js';

/** The parts of an element, forwarded under its name, so that a page reaches each in one hop. */
export const parts = (element: string, names: string): string =>
  names
    .split(' ')
    .map((name) => `${name}:${element}-${name}`)
    .join();

const WINDOW = parts('window', 'panel');
const HEADER = parts('header', 'base avatar avatar-image title standing button menu menu-item confirm');
const STATUS = parts('status', 'base banner text button');
const COMPOSER = parts('composer', 'box field send counter error ended ended-text new-chat save');
const TRANSCRIPT = parts(
  'transcript',
  'scroller list row row-own row-other bubble bubble-own bubble-other avatar avatar-image name meta time status retry delete link link-host line day unread older greeting typing pill',
);

/** Whether the page has put something into a slot. */
export const has = (shell: LiveChat, name: string): boolean =>
  shell.querySelector(`:scope > [slot="${name}"]`) !== null;

/**
 * The inside of an empty `<live-chat>`: every element of the window, with what the page has put into its slots.
 * @param asks - truthy while a form is asked, or may be: the conversation waits behind it
 */
export function renderPanel(shell: LiveChat, extras: Partial<PanelExtras> | undefined, asks: unknown): TemplateResult {
  const { heading } = shell;
  const mode = shell.mode === 'inline' ? 'inline' : 'floating';
  // An empty slot that is passed on counts as content there, and would hide the default.
  const pass = (name: string, to: string) => (has(shell, name) ? html`<slot name=${name} slot=${to}></slot>` : nothing);
  return html`<chat-window part="window" mode=${mode} heading=${heading || nothing} exportparts=${WINDOW}>
    <chat-header slot="header" part="header" mode=${mode} heading=${heading || nothing} exportparts=${HEADER}>
      ${pass('title', 'title')}${pass('avatar', 'avatar')}${pass('actions', 'actions')}${extras?.head?.()}
    </chat-header>
    <chat-status slot="status" part="status" hide="ended" exportparts=${STATUS}></chat-status>
    ${extras?.form?.()}
    <chat-transcript part="transcript" ?hidden=${asks} exportparts=${TRANSCRIPT}>
      ${pass('greeting', 'greeting')}${pass('before', 'before')}${pass('after', 'after')}
    </chat-transcript>
    <chat-composer slot="footer" part="composer" ?hidden=${asks} exportparts=${COMPOSER}>
      ${extras?.tools?.()}${pass('composer-before', 'before')}${pass('composer-after', 'after')}${pass('hint', 'hint')}
    </chat-composer>
  </chat-window>`;
}
