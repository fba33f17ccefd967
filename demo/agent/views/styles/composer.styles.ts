import { css } from 'lit';

/** The composer. */
export const composerStyles = css`
  :host {
    display: block;
    flex: none;
    padding: 0.25rem 1rem 1rem;
  }

  form {
    max-inline-size: 50rem;
    margin-inline: auto;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-large);
    background: var(--surface);
  }

  form:focus-within {
    border-color: var(--focus);
    box-shadow: 0 0 0 1px var(--focus);
  }

  form.over {
    border-color: var(--danger);
    box-shadow: 0 0 0 1px var(--danger);
  }

  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    max-block-size: min(14rem, 34dvh);
    padding: 0.6875rem 0.875rem 0.25rem;
    border: 0;
    background: none;
    font-size: var(--reading);
    line-height: 1.5;
    resize: none;
    field-sizing: content;
    scrollbar-width: thin;
  }

  @supports not (field-sizing: content) {
    textarea {
      block-size: 4.75rem;
    }
  }

  /* The whole box shows the focus. */
  textarea:focus-visible {
    outline: 2px solid transparent;
  }

  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  form.notice {
    border-style: dashed;
  }

  form.notice textarea {
    font-family: ui-monospace, monospace;
  }

  .tray {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    padding: 0.625rem 0.75rem 0;
  }

  .tray li {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline-start: 0.5rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    background: var(--sunken);
    font-size: var(--small);
  }

  .tray li.failed {
    border-color: var(--danger);
  }

  .tray .standing {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  .tray :not(.failed) > .standing {
    flex: none;
  }

  .tray .failed .standing,
  .tray .failed .icon {
    color: var(--danger);
  }

  .tray progress {
    inline-size: 3.5rem;
    block-size: 0.25rem;
    accent-color: var(--accent);
  }

  .tray .button {
    min-block-size: 1.75rem;
    margin: 0;
    font-size: var(--small);
  }

  .tool.button {
    margin-inline: -0.25rem 0;
  }

  .tool[aria-pressed='true'] {
    background: var(--sunken);
    color: var(--accent-text);
  }

  .tool + .tool {
    margin-inline-start: -0.5rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.25rem 0.5rem 0.5rem 0.875rem;
  }

  .hint {
    flex: 1;
    color: var(--muted);
    font-size: var(--small);
  }

  .left {
    color: var(--muted);
    font-size: var(--small);
    font-variant-numeric: tabular-nums;
  }

  .too-much {
    color: var(--danger);
    font-weight: 600;
  }

  .button {
    min-block-size: 1.875rem;
    margin-inline-start: auto;
  }

  @media (width < 46rem) {
    :host {
      padding: 0.25rem 0.5rem 0.5rem;
    }

    /* A phone has no Shift+Enter, and no room. */
    .hint {
      flex: 1 1 8rem;
    }
  }

  @media (width < 26rem) {
    .hint {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (pointer: coarse) {
    textarea {
      font-size: 1rem;
    }

    .button {
      min-block-size: 2.5rem;
    }
  }

  @media (forced-colors: active) {
    form:focus-within {
      outline: 2px solid Highlight;
    }
  }
`;
