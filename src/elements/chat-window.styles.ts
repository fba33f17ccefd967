import { css } from 'lit';

export const windowStyles = css`
  /* No box of its own while it floats: nothing invisible lies over the page. */
  :host {
    --_inset-block: var(
      --live-chat-window-inset-block,
      calc(var(--live-chat-inset-block, 20px) + max(var(--live-chat-launcher-size, 56px), 48px) + 14px)
    );
    --_inset-inline: var(--live-chat-inset-inline, 20px);
    display: contents;
  }

  :host([mode='inline']) {
    display: block;
    position: relative;
    block-size: 100%;
    min-block-size: 16rem;
  }

  dialog,
  section {
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--live-chat-radius, 18px);
    background: var(--_surface);
    background-clip: padding-box;
    color: var(--_text);
    overflow: hidden;
  }

  section {
    position: absolute;
    inset: 0;
    border-color: var(--_border);
  }

  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--_inset-block) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_inset-inline) + max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px)));
    z-index: var(--live-chat-z-index, 1000);
    inline-size: min(var(--live-chat-width, 400px), 100vw - 2 * var(--_inset-inline));
    block-size: min(var(--live-chat-height, 680px), 100dvh - var(--_inset-block) - 20px);
    max-inline-size: none;
    max-block-size: none;
    box-shadow: var(--_shadow);
    opacity: 0;
    translate: 0 14px;
    scale: 0.97;
    transform-origin: 100% 100%;
    pointer-events: none;
    transition:
      opacity 0.16s,
      translate 0.24s var(--_ease),
      scale 0.24s var(--_ease),
      display 0.24s allow-discrete,
      overlay 0.24s allow-discrete;

    &:dir(rtl) {
      transform-origin: 0 100%;
    }

    &[open] {
      opacity: 1;
      translate: none;
      scale: none;
      pointer-events: auto;

      @starting-style {
        opacity: 0;
        translate: 0 14px;
        scale: 0.97;
      }
    }

    /* What a keyboard leaves uncovered while it slides in is not the page. */
    &::backdrop {
      background: var(--_surface);
    }
  }

  /* A low window scrolls as a whole, so that at 400 % zoom everything can be reached; else only the main part does. */
  .frame {
    display: grid;
    grid-template-rows: auto auto minmax(min(9rem, 60%), 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border-radius: inherit;

    /* Takes the focus for the window as a whole; not something to press, so no ring. */
    &:focus-visible {
      outline: none;
    }
  }

  .main {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden;
  }

  .main ::slotted(*) {
    flex: 1;
    min-block-size: 0;
  }

  /* Keep in step with SMALL in chat-window.ts. */
  @media (width <= 480px), (height <= 480px) {
    dialog {
      inset: 0;
      inset-block-start: var(--_top, 0);
      inline-size: 100%;
      block-size: var(--_height, 100dvh);
      padding-block: env(safe-area-inset-top, 0) env(safe-area-inset-bottom, 0);
      padding-inline: max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px));
      border: 0;
      border-radius: 0;
      box-shadow: none;
      scale: none;

      &[open] {
        @starting-style {
          translate: 0 32px;
          scale: none;
        }
      }
    }
  }
`;
