import { html, nothing, type TemplateResult } from 'lit';
import type { LiveChat } from './live-chat.js';

/** The parts of an element, forwarded under its name, so that a page reaches each in one hop. */
const parts = (element: string, names: string): string =>
  names
    .split(' ')
    .map((name) => `${name}:${element}-${name}`)
    .join();

const WINDOW = parts('window', 'panel');
const HEADER = parts('header', 'base avatar avatar-image title standing button menu menu-item confirm');
const STATUS = parts('status', 'base banner text button');
const COMPOSER = parts('composer', 'box field send counter error ended ended-text new-chat');
const TRANSCRIPT = parts(
  'transcript',
  'scroller list row row-own row-other bubble bubble-own bubble-other avatar avatar-image name meta time status retry delete link link-host line day unread older greeting typing pill',
);

/** The inside of an empty `<live-chat>`: every element of the window, with what the page has put into its slots. */
export function renderPanel(shell: LiveChat): TemplateResult {
  const { heading } = shell;
  const mode = shell.mode === 'inline' ? 'inline' : 'floating';
  // An empty slot that is passed on counts as content there, and would hide the default.
  const pass = (name: string, to: string) =>
    shell.querySelector(`:scope > [slot="${name}"]`) ? html`<slot name=${name} slot=${to}></slot>` : nothing;
  return html`<chat-window part="window" mode=${mode} heading=${heading || nothing} exportparts=${WINDOW}>
    <chat-header slot="header" part="header" mode=${mode} heading=${heading || nothing} exportparts=${HEADER}>
      ${pass('title', 'title')}${pass('avatar', 'avatar')}${pass('actions', 'actions')}
    </chat-header>
    <chat-status slot="status" part="status" hide="ended" exportparts=${STATUS}></chat-status>
    <chat-transcript part="transcript" exportparts=${TRANSCRIPT}>
      ${pass('greeting', 'greeting')}${pass('before', 'before')}${pass('after', 'after')}
    </chat-transcript>
    <chat-composer slot="footer" part="composer" exportparts=${COMPOSER}>
      ${pass('composer-before', 'before')}${pass('composer-after', 'after')}${pass('hint', 'hint')}
    </chat-composer>
  </chat-window>`;
}
