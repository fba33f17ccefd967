import { css } from 'lit';

/** The shell has no box of its own while it floats: nothing invisible lies over the page. */
export const shellStyles = css`
  :host {
    display: contents;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host([theme='auto']:state(auto)) {
    color-scheme: light dark;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([mode='inline']) {
    display: block;
    block-size: var(--live-chat-height, 40rem);
  }

  chat-launcher {
    position: fixed;
    z-index: var(--live-chat-z-index, 1000);
    inset-block-end: calc(var(--live-chat-inset-block, 20px) + env(safe-area-inset-bottom));
    inset-inline-end: calc(
      var(--live-chat-inset-inline, 20px) + max(env(safe-area-inset-left), env(safe-area-inset-right))
    );
  }
`;
