import { css } from 'lit';

/** Dialogs. */
export const dialogStyles = css`
  dialog {
    inline-size: min(27rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    padding: 1.25rem;
    overflow-y: auto;
    border: 0;
    border-radius: var(--radius-large);
    background: var(--raised);
    box-shadow: var(--shadow);
    color: var(--text);
    font-size: var(--normal);
    line-height: 1.45;
  }

  dialog.narrow {
    inline-size: min(24rem, calc(100vw - 2rem));
  }

  dialog[open] {
    animation: rise 0.16s cubic-bezier(0.2, 0.8, 0.2, 1);
  }

  dialog::backdrop {
    background: rgb(10 12 16 / 45%);
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 0.5rem;
    }
  }

  h2 {
    font-size: 1rem;
    font-weight: 650;
    letter-spacing: -0.008em;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .lead {
    margin-block-start: 0.375rem;
    color: var(--muted);
    font-size: var(--reading);
  }

  .note {
    margin-block-start: 0.75rem;
    color: var(--muted);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
    margin-block-start: 1.25rem;
  }

  fieldset {
    display: grid;
    gap: 0.125rem;
    margin: 1rem -0.5rem 0;
    padding: 0;
    border: 0;
  }

  .option {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.5rem;
    border-radius: var(--radius);
    cursor: pointer;
  }

  .option:hover {
    background: var(--hover);
  }

  .option:has(:checked) {
    background: var(--accent-soft);
  }

  .option:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }

  .option input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    accent-color: var(--accent);
  }

  .option input:focus-visible {
    outline: none;
  }

  .impossible {
    color: var(--muted);
    cursor: default;
  }

  .impossible:hover {
    background: none;
  }

  .glyph {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: var(--sunken);
    color: var(--muted);
  }

  .texts {
    display: grid;
    min-inline-size: 0;
  }

  .option-title {
    font-weight: 550;
  }

  .option-hint {
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }

  dl {
    display: grid;
    gap: 0.625rem;
    margin-block-start: 1rem;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(6.5rem, auto) minmax(0, 1fr);
    align-items: baseline;
    gap: 1rem;
  }

  dt {
    white-space: nowrap;
  }

  kbd {
    display: inline-block;
    min-inline-size: 1.5rem;
    padding: 0.0625rem 0.375rem;
    border: 1px solid var(--line-strong);
    border-radius: 5px;
    background: var(--canvas);
    font: inherit;
    font-size: var(--small);
    font-weight: 550;
    text-align: center;
  }

  .plus {
    margin-inline: 0.1875rem;
    color: var(--muted);
  }

  @media (width < 26rem) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.125rem;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }

    .option:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
