import { css } from 'lit';

export const overlayStyles = css`
  :host {
    display: block;
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    overflow-wrap: anywhere;
  }

  .base {
    min-block-size: 100%;
    padding: calc(var(--_space) * 5);
    padding-inline-end: calc(var(--_space) * 13);
    outline: none;
    animation: cover 0.28s var(--_ease);
  }

  /* In reach however far it is scrolled, and beside what is shown. */
  .button {
    display: flex;
    position: sticky;
    inset-block-start: calc(var(--_space) * 3);
    z-index: 1;
    margin-block: calc(var(--_space) * -2) -28px;
    margin-inline: auto calc(var(--_space) * -11);
    border-radius: 50%;
  }

  @keyframes cover {
    from {
      opacity: 0;
      translate: 0 -24px;
    }
  }
`;
