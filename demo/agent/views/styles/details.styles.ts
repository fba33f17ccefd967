import { css } from 'lit';

/** The right column. */
export const detailsStyles = css`
  :host {
    display: block;
    overflow: hidden;
    border-inline-start: 1px solid var(--line);
    background: var(--canvas);
    --ground: var(--canvas);
  }

  aside {
    position: relative;
    block-size: 100%;
    padding-block-end: 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .case {
    max-inline-size: 100%;
    padding: 0.1875rem 0.5rem;
    border: 1px solid var(--line-strong);
    border-radius: 0.5rem;
    background: var(--surface);
    color: inherit;
    font: inherit;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3.5rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
  }

  h2 {
    border-radius: 4px;
    font-size: var(--normal);
    font-weight: 600;
  }

  .choose {
    padding: 0 1rem;
    color: var(--muted);
  }

  .who {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    column-gap: 0.75rem;
    padding: 0 1rem 0.75rem;
  }

  .who .avatar {
    grid-row: span 2;
  }

  .name {
    align-self: end;
    font-size: var(--large);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .name:last-child {
    grid-row: span 2;
    align-self: center;
  }

  .subject {
    align-self: start;
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  section {
    margin-inline: 1rem;
    padding-block: 0.875rem;
    border-block-start: 1px solid var(--line);
  }

  h3 {
    margin-block-end: 0.5rem;
    color: var(--muted);
    font-size: var(--small);
    font-weight: 600;
  }

  dl {
    display: grid;
    gap: 0.4375rem;
  }

  .changed {
    color: var(--accent-text);
    font-size: var(--small);
    white-space: nowrap;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(5rem, 38%) minmax(0, 1fr);
    gap: 0.75rem;
  }

  dt {
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  dd {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  dd a {
    color: var(--accent-text);
  }

  .nothing {
    color: var(--muted);
  }

  .people {
    display: grid;
    gap: 0.5rem;
  }

  .people li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .person {
    flex: 1;
  }

  .left .person {
    color: var(--muted);
  }

  .time {
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  @media (height < 30rem) {
    aside {
      block-size: auto;
      overflow: visible;
    }
  }
`;
