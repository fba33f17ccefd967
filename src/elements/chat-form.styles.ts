import { css } from 'lit';

export const formStyles = css`
  :host {
    display: block;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  :host(:state(done)) {
    display: none;
  }

  .base {
    padding: calc(var(--_space) * 6) calc(var(--_space) * 5) 0;
  }

  h3,
  p {
    margin: 0;
  }

  h3 {
    font-size: calc(var(--_font-size) * 1.3334);
    font-weight: 700;
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }

  .text {
    margin-block-start: var(--_space);
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  form,
  ::slotted(form) {
    display: grid;
    gap: calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 5);
  }

  .field {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    min-inline-size: 0;
  }

  label {
    font-size: calc(var(--_font-size) * 0.9334);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .optional {
    color: var(--_text-muted);
    font-weight: 400;
  }

  input,
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 42px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--live-chat-radius-control, 10px);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    transition: border-color var(--_duration);
    /* Its label above and the buttons below are not covered when it takes the focus. */
    scroll-margin-block: calc(var(--_font-size) * 3) 140px;

    &:focus {
      outline: 2px solid var(--_focus);
      outline-offset: -1px;
    }

    &[aria-invalid='true'] {
      border-color: var(--_danger);
    }

    &::placeholder {
      color: var(--_text-muted);
      opacity: 1;
    }

    &:placeholder-shown {
      direction: inherit;
    }

    /* Below that, a phone zooms into the field. */
    @media (pointer: coarse) {
      font-size: max(16px, var(--_font-size));
    }
  }

  /* An address reads from left to right, and stands where the others do. */
  input:dir(ltr):is([type='email'], [type='tel']) {
    text-align: match-parent;
  }

  textarea {
    min-block-size: 84px;
    max-block-size: 14em;
    resize: vertical;
    field-sizing: content;
  }

  .choice {
    display: grid;
    position: relative;

    & select {
      padding-inline-end: 38px;
      appearance: none;
      text-overflow: ellipsis;
    }

    & .icon {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 10px;
      margin-block: auto;
      color: var(--_text-muted);
      pointer-events: none;
    }
  }

  .line {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2.5);

    & label {
      flex: 1;
      font-weight: 400;
    }

    & input {
      flex: none;
      inline-size: 20px;
      min-block-size: 20px;
      block-size: 20px;
      margin-block: 1px;
      padding: 0;
      accent-color: var(--_accent);

      &:focus {
        outline-offset: 2px;
      }

      &[aria-invalid='true'] {
        outline: 2px solid var(--_danger);
      }
    }
  }

  .hint {
    color: var(--_text-muted);
    font-size: var(--_font-small);
  }

  .error {
    display: flex;
    gap: 6px;
    color: var(--_danger);
    font-size: calc(var(--_font-size) * 0.8667);

    & .icon {
      inline-size: 16px;
      block-size: 16px;
      margin-block-start: 1px;
    }
  }

  .buttons {
    display: grid;
    position: sticky;
    inset-block-end: 0;
    gap: calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 3);
    background: linear-gradient(transparent, var(--_surface) calc(var(--_space) * 3));

    & .primary {
      min-block-size: 44px;
    }

    & .quiet {
      color: var(--_text-muted);
    }
  }

  /* On a low screen, or behind a keyboard, they would cover what is being filled in. */
  @media (height <= 480px) {
    .buttons {
      position: static;
    }
  }

  @media (forced-colors: active) {
    .buttons {
      background: Canvas;
    }

    [aria-invalid='true'] {
      border-width: 2px;
    }
  }
`;
