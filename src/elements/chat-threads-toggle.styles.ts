import { css } from 'lit';

export const toggleStyles = css`
  :host {
    display: inline-block;
  }

  button {
    position: relative;

    &[aria-pressed='true'] {
      background: var(--_accent-soft);
      color: var(--_accent-text);
    }
  }

  .unread {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-inline-size: 16px;
    padding-inline: 4px;
    border-radius: 8px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 11px;
    font-weight: 600;
    line-height: 16px;
    text-align: center;
  }

  @media (forced-colors: active) {
    .unread {
      border: 1px solid CanvasText;
    }
  }
`;
