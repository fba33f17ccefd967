import { css } from 'lit';

/** The left column. */
export const inboxStyles = css`
  :host {
    display: block;
    overflow: hidden;
    border-inline-end: 1px solid var(--line);
    background: var(--canvas);
    --ground: var(--canvas);
  }

  .all {
    block-size: 100%;
  }

  nav {
    position: relative;
    block-size: 100%;
    padding: 0.25rem 0.5rem 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .section + .section {
    margin-block-start: 0.75rem;
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.75rem 0.5rem 0.375rem;
    color: var(--muted);
    font-size: var(--small);
    font-weight: 600;
    line-height: 1.25;
  }

  .tally {
    color: var(--muted);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .more {
    padding: 0.375rem 0.5rem;
    color: var(--muted);
    font-size: var(--small);
  }

  li {
    position: relative;
    border-radius: var(--radius);
  }

  li + li {
    margin-block-start: 1px;
  }

  .open {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: 0.5rem;
    border: 0;
    border-radius: inherit;
    background: transparent;
    text-align: start;
    cursor: pointer;
  }

  .open:focus-visible {
    outline-offset: -2px;
  }

  li:not(.current) > .open:hover {
    background: var(--hover);
  }

  .current {
    background: var(--accent-soft);
    --ground: var(--accent-soft);
  }

  .lines {
    flex: 1;
    display: grid;
    gap: 0.0625rem;
    min-inline-size: 0;
  }

  .line {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .name {
    flex: 1;
    font-weight: 550;
  }

  .fresh .name {
    font-weight: 700;
  }

  .when,
  .waited {
    flex: none;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }

  .said {
    flex: 1;
    color: var(--muted);
    font-size: var(--small);
    line-height: 1.4;
  }

  .fresh .said {
    color: var(--text);
  }

  .typing,
  .fresh .typing {
    color: var(--accent-text);
    font-weight: 550;
  }

  .draft {
    color: var(--danger);
  }

  .over .name,
  .over .avatar {
    color: var(--muted);
    font-weight: 500;
  }

  .over .avatar {
    background: var(--sunken);
  }

  .waiter {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    --ground: var(--surface);
  }

  .waiter + .waiter {
    margin-block-start: 0.375rem;
  }

  .waiter.current {
    background: var(--accent-soft);
    --ground: var(--accent-soft);
  }

  .waiter:not(.current) > .open:hover {
    background: none;
  }

  .waiter:not(.current):has(> .open:hover) {
    background: color-mix(in oklab, var(--surface), var(--text) 4%);
  }

  .waiter .open {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .waiter .waited {
    color: var(--text);
    font-weight: 550;
  }

  .offer {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
    padding: 0 0.625rem 0.375rem;
    color: var(--accent-text);
    font-size: var(--small);
    font-weight: 600;
  }

  .offer .waited {
    color: inherit;
    font-weight: inherit;
  }

  .offer.other {
    color: var(--muted);
    font-weight: 500;
  }

  .message {
    display: grid;
    gap: 0.25rem;
    padding: 0.5rem;
  }

  .message .text {
    max-block-size: 8rem;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .message .button {
    justify-self: start;
    min-block-size: 1.875rem;
  }

  .answers {
    display: flex;
    gap: 0.375rem;
    padding: 0 0.5rem 0.5rem;
  }

  .answers .button {
    flex: 1;
    min-block-size: 1.875rem;
  }

  .offered {
    background: var(--surface);
    box-shadow:
      inset 0 0 0 1.5px var(--accent),
      0 0 0 3px color-mix(in oklab, var(--accent) 16%, transparent);
    animation: arrive 0.5s cubic-bezier(0.2, 0.8, 0.2, 1);
  }

  @keyframes arrive {
    from {
      box-shadow:
        inset 0 0 0 1.5px var(--accent),
        0 0 0 9px color-mix(in oklab, var(--accent) 0%, transparent);
    }
  }

  .empty {
    padding: 0.25rem 0.5rem 0.5rem;
    color: var(--text);
  }

  .hint {
    color: var(--muted);
    font-size: var(--small);
  }

  @media (pointer: coarse) {
    .answers .button {
      min-block-size: 2.75rem;
    }
  }

  @media (height < 30rem) {
    .all,
    nav {
      block-size: auto;
      overflow: visible;
    }
  }

  @media (forced-colors: active) {
    .current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .waiter {
      border: 1px solid CanvasText;
    }

    .offered {
      border: 3px solid Highlight;
    }
  }
`;
