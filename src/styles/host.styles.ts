import { css } from 'lit';
import { shellTokens } from './shell-tokens.styles.js';
import { tokens } from './tokens.styles.js';

const host = css`
  :host {
    box-sizing: border-box;
    color: var(--_text);
    word-spacing: normal;
    text-indent: 0;
    text-align: start;
    user-select: auto;
    -webkit-user-select: auto;
    cursor: auto;
  }

  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  :focus-visible {
    outline-color: var(--_focus);
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
  }

  /* An icon with a direction (an arrow, a paper plane) turns with the text. */
  .flip:dir(rtl) {
    scale: -1 1;
  }

  .visually-hidden {
    position: absolute !important;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
    white-space: nowrap;
  }

  /* A button is .button, with .primary, .quiet or .icon-only beside it. */
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 36px;
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_border-strong);
    border-radius: var(--live-chat-radius-control, 10px);
    background: var(--_surface-raised);
    color: var(--_text);
    font-weight: 550;
    line-height: 1.3;
    text-align: center;
    transition:
      background-color var(--_duration),
      border-color var(--_duration),
      scale var(--_duration) var(--_ease);

    &:hover {
      background: color-mix(in oklab, var(--_surface-raised), var(--_text) 6%);
    }

    &:active {
      scale: 0.97;
    }

    &.primary {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);

      &:hover {
        background: color-mix(in oklab, var(--_accent), #000 10%);
      }
    }

    &.quiet {
      border-color: transparent;
      background: transparent;

      &:hover {
        background: var(--_hover);
      }
    }

    &.icon-only {
      inline-size: 36px;
      padding: 0;
    }

    &:disabled,
    &[aria-disabled='true'] {
      opacity: 0.5;
      cursor: default;
      scale: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
    }

    .button.icon-only {
      inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button,
    .button.primary,
    .button.quiet {
      border-color: ButtonBorder;
      background: ButtonFace;
      color: ButtonText;

      &:disabled,
      &[aria-disabled='true'] {
        border-color: GrayText;
        color: GrayText;
        opacity: 1;
      }
    }
  }
`;

/**
 * The sheets that every element in the window starts from: tokens, what the page must not leak in (its font and
 * direction may), `[hidden]`, focus ring, reduced motion, `.icon`, `.button`, `.visually-hidden`.
 *
 * @example
 * static override styles = [hostStyles, transcriptStyles];
 */
export const hostStyles = [shellTokens, tokens, host];
