import { css } from 'lit';

/** The connection banner. */
export const bannerStyles = css`
  :host {
    display: block;
  }

  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.625rem;
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid color-mix(in oklab, var(--warning) 25%, transparent);
    background: var(--warning-soft);
    color: var(--warning);
  }

  p {
    flex: 1;
    min-inline-size: 12rem;
  }

  .next {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .button {
    border-color: currentcolor;
    background: transparent;
  }
`;
