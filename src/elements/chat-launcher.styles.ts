import { css } from 'lit';

/* Short on purpose: it is among the first bytes that a page loads. */
export const launcherStyles = css`
  :host {
    --_size: max(var(--live-chat-launcher-size, 56px), 48px);
    display: inline-block;
  }

  button {
    display: flex;
    position: relative;
    align-items: center;
    gap: 10px;
    min-inline-size: var(--_size);
    min-block-size: var(--_size);
    max-inline-size: min(320px, 80vw);
    padding: 8px calc((var(--_size) - 30px) / 2);
    border: 1px solid transparent;
    border-radius: calc(var(--_size) / 2);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
    box-shadow:
      0 2px 6px rgb(16 24 40 / 16%),
      0 10px 28px -6px rgb(16 24 40 / 32%);
    transition: scale 0.2s var(--_ease);

    &:hover {
      scale: 1.05;
    }

    &:active {
      scale: 0.95;
    }
  }

  .pill {
    padding-inline-end: 22px;
  }

  [part='icon'] {
    display: grid;

    & > * {
      display: block;
      grid-area: 1 / 1;
      transition: 0.25s var(--_ease);
    }
  }

  [aria-expanded='false'] slot + svg,
  [aria-expanded='true'] slot[name] {
    opacity: 0;
    rotate: -45deg;
  }

  svg,
  ::slotted([slot]) {
    display: block;
    inline-size: 28px;
    block-size: 28px;
  }
`;
