import { css } from 'lit';

/** The messages. */
export const transcriptStyles = css`
  :host {
    display: block;
    position: relative;
    min-block-size: 0;
  }

  .frame {
    position: absolute;
    inset: 0;
  }

  /* Positioned, or text that is only for screen readers would stretch the page instead of it. */
  .scroller {
    position: relative;
    block-size: 100%;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .rows {
    display: flow-root;
    max-inline-size: 52rem;
    margin-inline: auto;
    padding: 0.75rem 1rem 1rem;
  }

  .state {
    padding: 2rem 1rem;
    color: var(--muted);
    text-align: center;
  }

  .state .button {
    margin-block-start: 0.75rem;
  }

  .middle {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.75rem;
    box-sizing: border-box;
    min-block-size: 100%;
    font-size: var(--reading);
  }

  .emblem {
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border-radius: 1rem;
    background: var(--sunken);
  }

  .emblem .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    stroke-width: 1.25;
  }

  .begin {
    padding: 0.25rem 1rem 0;
    font-size: var(--small);
  }

  .earlier,
  .later {
    display: flex;
    margin: 0 auto 0.5rem;
    color: var(--accent-text);
  }

  .later {
    margin-block: 0.75rem 0;
  }

  .day,
  .unread {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-block: 1rem 0.625rem;
    color: var(--muted);
    font-size: var(--small);
    font-weight: 550;
  }

  .day::before,
  .day::after,
  .unread::before,
  .unread::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--line);
  }

  .unread {
    color: var(--danger);
    font-weight: 650;
  }

  .unread::before,
  .unread::after {
    background: color-mix(in oklab, var(--danger) 45%, transparent);
  }

  .event {
    margin-block: 0.625rem;
    color: var(--muted);
    font-size: var(--small);
    text-align: center;
    text-wrap: balance;
  }

  .event time {
    margin-inline-start: 0.25rem;
    font-variant-numeric: tabular-nums;
  }

  .row {
    display: flex;
    align-items: flex-end;
    gap: 0.5rem;
    margin-block-start: 0.125rem;
  }

  .row.first {
    margin-block-start: 0.75rem;
  }

  .row.desk {
    flex-direction: row-reverse;
  }

  .face {
    flex: none;
    inline-size: 1.625rem;
  }

  .said {
    display: grid;
    grid-template-columns: minmax(0, auto);
    justify-items: start;
    min-inline-size: 0;
    max-inline-size: min(36rem, 78%);
  }

  .desk .said {
    justify-items: end;
  }

  .by {
    padding-inline: 0.75rem;
    margin-block-end: 0.1875rem;
    color: var(--muted);
    font-size: var(--small);
    font-weight: 550;
  }

  .files {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: 0.25rem;
    max-inline-size: 100%;
    margin-block-start: 0.25rem;
  }

  .bubble + .files {
    margin-block-start: 0.1875rem;
  }

  .attachment {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    max-inline-size: 100%;
    padding: 0.4375rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.75rem;
    background: var(--surface);
    color: inherit;
    text-decoration: none;
  }

  a.attachment:hover {
    background: var(--sunken);
  }

  .attachment .file {
    font-weight: 550;
  }

  .attachment .icon,
  .attachment .size {
    flex: none;
    color: var(--muted);
    font-size: var(--small);
  }

  .kind {
    color: var(--muted);
    font-size: var(--small);
    font-weight: 600;
  }

  .bubble {
    max-inline-size: 100%;
    padding: 0.4375rem 0.75rem;
    border-radius: 1rem;
    background: var(--sunken);
    font-size: var(--reading);
    line-height: 1.45;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .desk .bubble {
    background: var(--own);
  }

  .visitor:not(.first) .bubble {
    border-start-start-radius: 0.375rem;
  }

  .visitor:not(.last) .bubble {
    border-end-start-radius: 0.375rem;
  }

  .desk:not(.first) .bubble {
    border-start-end-radius: 0.375rem;
  }

  .desk:not(.last) .bubble {
    border-end-end-radius: 0.375rem;
  }

  .bubble a {
    color: var(--accent-text);
    font-weight: 500;
  }

  .refused .bubble {
    background: var(--danger-soft);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--danger) 40%, transparent);
  }

  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0 0.375rem;
    padding: 0.1875rem 0.25rem 0;
    color: var(--danger);
    font-size: var(--small);
  }

  .link {
    min-block-size: 1.5rem;
    padding: 0 0.125rem;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--accent-text);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  .meta {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.25rem;
    padding-block-end: 0.4375rem;
    color: var(--muted);
    font-size: 0.6875rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    white-space: nowrap;
  }

  /* Inside a run the time is there for whoever asks for it. */
  .row:not(.last) time {
    opacity: 0;
  }

  .row:hover time {
    opacity: 1;
  }

  .desk .meta {
    flex-direction: row;
  }

  .amend {
    padding: 0.125rem 0.25rem;
    border: 0;
    border-radius: 0.25rem;
    background: none;
    color: var(--accent-text);
    font: inherit;
    cursor: pointer;
    opacity: 0;

    &:hover {
      text-decoration: underline;
    }
  }

  .row:hover .amend,
  .row:focus-within .amend {
    opacity: 1;
  }

  @media (hover: none) {
    .amend {
      opacity: 1;
    }
  }

  .bubble.gone {
    font-style: italic;
    opacity: 0.8;
  }

  .fate {
    display: inline-flex;
    align-items: center;
    gap: 0.1875rem;
  }

  .fate.seen {
    color: var(--accent-text);
  }

  .fate.refused {
    color: var(--danger);
  }

  .preview {
    margin: 0.75rem 0 0 2.125rem;
  }

  .preview-label {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--muted);
    font-size: var(--small);
  }

  .preview-text {
    inline-size: fit-content;
    max-inline-size: min(36rem, 78%);
    margin-block-start: 0.25rem;
    padding: 0.375rem 0.75rem;
    border: 1px dashed var(--line-strong);
    border-radius: 1rem;
    color: var(--muted);
    font-size: var(--reading);
    font-style: italic;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .dots {
    display: inline-flex;
    gap: 3px;
  }

  .dots i {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: currentcolor;
    animation: hop 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes hop {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  .pill {
    position: absolute;
    inset-block-end: 0.75rem;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 0.375rem;
    inline-size: fit-content;
    min-block-size: 2rem;
    margin-inline: auto;
    padding: 0.25rem 0.875rem;
    border: 0;
    border-radius: 2rem;
    background: var(--raised);
    box-shadow: var(--shadow);
    font-weight: 600;
    cursor: pointer;
  }

  .pill.fresh {
    background: var(--accent);
    color: var(--on-accent);
  }

  @media (width < 46rem) {
    .rows {
      padding-inline: 0.75rem;
    }

    .said {
      max-inline-size: 84%;
    }
  }

  /* With little width the time goes under the bubble instead of beside it. */
  @media (width < 26rem) {
    .row {
      flex-wrap: wrap;
    }

    .said {
      max-inline-size: 100%;
    }

    .visitor .said {
      max-inline-size: calc(100% - 2.125rem);
    }

    .meta {
      flex-basis: 100%;
      padding-block: 0.0625rem 0.125rem;
    }

    .desk .meta {
      justify-content: flex-end;
    }

    .visitor .meta {
      padding-inline-start: 2.375rem;
    }

    .row:not(.last, .refused) .meta {
      display: none;
    }

    .preview {
      margin-inline-start: 0;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .desk .bubble {
      border-width: 2px;
    }

    .pill {
      border: 1px solid ButtonBorder;
    }
  }
`;
