import { css } from 'lit';

/** The bar on top. */
export const topBarStyles = css`
  :host {
    display: block;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    min-block-size: 3.25rem;
    padding: 0.375rem 0.75rem;
  }

  .product {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 0.5rem;
  }

  .mark {
    flex: none;
    inline-size: 1.625rem;
    block-size: 1.625rem;
  }

  h1 {
    font-size: var(--reading);
    font-weight: 650;
    letter-spacing: -0.008em;
    white-space: nowrap;
  }

  .presence {
    display: flex;
    align-items: center;
    gap: 0.625rem;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .switch {
    display: flex;
    padding: 2px;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  .switch label {
    position: relative;
    cursor: pointer;
  }

  .switch input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: inherit;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    padding: 0 0.625rem;
    border-radius: 6px;
    color: var(--muted);
    font-weight: 550;
  }

  .light {
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: 1.5px solid var(--line-strong);
    border-radius: 50%;
  }

  :checked + .choice {
    background: var(--raised);
    box-shadow: 0 0 0 1px var(--line);
    color: var(--text);
  }

  .available :checked + .choice .light {
    border-color: transparent;
    background: light-dark(#1f9d61, #4cc38a);
  }

  .away :checked + .choice .light {
    border-color: transparent;
    background: light-dark(#d18b12, #f0b54a);
  }

  :focus-visible + .choice {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }

  .load {
    display: flex;
    gap: 0.375rem;
    min-inline-size: 3rem;
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .load.full {
    padding: 0.125rem 0.5rem;
    border-radius: 1rem;
    background: var(--warning-soft);
    color: var(--warning);
    font-weight: 600;
  }

  .tools {
    display: flex;
    align-items: center;
    gap: 0.125rem;
  }

  .menu {
    position: relative;
  }

  .account {
    max-inline-size: 12rem;
    padding-inline: 0.375rem 0.625rem;
  }

  .panel {
    position: absolute;
    inset-block-start: calc(100% + 0.375rem);
    inset-inline-end: 0;
    z-index: 5;
    min-inline-size: 13rem;
    padding: 0.875rem;
    border-radius: var(--radius-large);
    background: var(--raised);
    box-shadow: var(--shadow);
  }

  .who {
    font-size: var(--reading);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .role {
    color: var(--muted);
  }

  .sign-out {
    inline-size: 100%;
    margin-block-start: 0.75rem;
  }

  @media (width < 46rem) {
    .account-name,
    h1 {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .account {
      padding-inline: 0.25rem;
    }

    header {
      gap: 0.25rem 0.5rem;
      padding-inline: 0.5rem;
    }

    .product {
      flex: none;
    }

    .tools {
      margin-inline-start: auto;
    }

    .load {
      min-inline-size: 0;
    }
  }

  /* With so little width the number is for those who hear it; that there is no room left is still seen. */
  @media (width < 24rem) {
    .mark {
      display: none;
    }

    .load:not(.full) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .choice {
      padding-inline: 0.5rem;
    }
  }

  @media (pointer: coarse) {
    .choice {
      min-block-size: 2.5rem;
    }
  }

  @media (forced-colors: active) {
    .switch {
      border: 1px solid CanvasText;
    }

    :checked + .choice {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
