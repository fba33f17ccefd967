import { css } from 'lit';

/** The middle column. */
export const conversationStyles = css`
  :host {
    display: block;
    background: var(--surface);
  }

  main {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 3.5rem;
    padding: 0.5rem 0.75rem 0.5rem 1rem;
    border-block-end: 1px solid var(--line);
  }

  .title {
    flex: 1;
    min-inline-size: 0;
  }

  h2 {
    overflow: hidden;
    border-radius: 4px;
    font-size: var(--large);
    font-weight: 620;
    letter-spacing: -0.006em;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .standing {
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }

  .tools {
    display: flex;
    align-items: center;
    gap: 0.125rem;
  }

  .tool {
    padding-inline: 0.5rem;
  }

  desk-transcript {
    flex: 1;
    min-block-size: 0;
  }

  footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.75rem 1rem;
    border-block-start: 1px solid var(--line);
    background: var(--canvas);
    color: var(--muted);
  }

  .actions {
    display: flex;
    gap: 0.375rem;
    margin-inline-start: auto;
  }

  .none {
    align-items: center;
    justify-content: center;
    overflow-y: auto;
    padding: 2rem 1rem;
  }

  .nobody {
    display: grid;
    justify-items: center;
    max-inline-size: 22rem;
    text-align: center;
  }

  .nobody h2 {
    margin-block: 1rem 0.25rem;
    white-space: normal;
  }

  .nobody p {
    color: var(--muted);
    font-size: var(--reading);
    text-wrap: balance;
  }

  .hints {
    display: grid;
    gap: 0.5rem;
    margin-block-start: 1.5rem;
    padding-block-start: 1.5rem;
    border-block-start: 1px solid var(--line);
    color: var(--muted);
    text-align: start;
  }

  .hints li {
    display: grid;
    grid-template-columns: 5.5rem auto;
    align-items: baseline;
    gap: 0.75rem;
  }

  kbd {
    justify-self: end;
    padding: 0.0625rem 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 5px;
    background: var(--canvas);
    font: inherit;
    font-size: var(--small);
    font-weight: 550;
  }

  .emblem {
    display: grid;
    place-items: center;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    border-radius: 1.125rem;
    background: var(--accent-soft);
    color: var(--accent-text);
  }

  .emblem .icon {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    stroke-width: 1.25;
  }

  @media (width < 60rem) {
    .tool {
      inline-size: 2rem;
      padding: 0;
    }

    .tool-label {
      display: none;
    }
  }

  @media (width < 46rem) {
    header {
      gap: 0.25rem;
      padding-inline: 0.25rem;
    }
  }

  @media (pointer: coarse) and (width < 60rem) {
    .tool {
      inline-size: 2.75rem;
    }
  }

  @media (height < 30rem) {
    main {
      block-size: auto;
    }

    desk-transcript {
      flex: none;
      block-size: max(11rem, 70dvh);
    }
  }

  @media (forced-colors: active) {
    .emblem {
      border: 1px solid CanvasText;
    }
  }
`;
