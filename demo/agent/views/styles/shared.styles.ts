import { css } from 'lit';

/** What every part of the desk starts from: box model, buttons, icons, focus, hidden text. Tokens come from `base.css`. */
export const shared = css`
  :host {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  textarea,
  input {
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    display: block;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon.small {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
    stroke-width: 1.75;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .button {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    font-weight: 550;
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--quick);
    touch-action: manipulation;
  }

  .button:hover {
    background: color-mix(in oklab, var(--raised), var(--text) 6%);
  }

  .button:active {
    background: color-mix(in oklab, var(--raised), var(--text) 11%);
  }

  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--accent), #000 10%);
  }

  .button.danger {
    border-color: transparent;
    background: light-dark(#b92c1a, #d9432f);
    color: #fff;
  }

  .button.danger:hover {
    background: light-dark(#9f2312, #c53a27);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover {
    background: var(--hover);
  }

  .button.quiet:active,
  .button.quiet[aria-expanded='true'],
  .button.quiet[aria-pressed='true'] {
    background: var(--pressed);
  }

  .button.bare {
    inline-size: 2rem;
    padding: 0;
  }

  /* Twice its name, so that it outweighs what the pointer does to the others. */
  .button[aria-disabled='true']:is(.button.button) {
    border-color: transparent;
    background: var(--sunken);
    color: var(--muted);
    cursor: default;
  }

  .count {
    min-inline-size: 1.25rem;
    padding: 0 0.375rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.6875rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1.25rem;
    text-align: center;
  }

  .truncate {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .file {
    display: flex;
    position: relative;
    min-inline-size: 0;
    overflow: hidden;
    white-space: pre;
  }

  .file .stem {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .file .ending {
    flex: none;
    unicode-bidi: isolate;
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 2.75rem;
    }

    .button.bare {
      inline-size: 2.75rem;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media (forced-colors: active) {
    .button,
    .button.quiet,
    .button.primary,
    .button.danger {
      border-color: ButtonBorder;
      background: ButtonFace;
      color: ButtonText;
    }

    .button[aria-disabled='true']:is(.button.button) {
      border-color: GrayText;
      background: ButtonFace;
      color: GrayText;
    }

    .button.quiet[aria-pressed='true'],
    .button.quiet[aria-expanded='true'] {
      border-color: Highlight;
    }

    .count {
      border: 1px solid Highlight;
      forced-color-adjust: none;
    }
  }
`;
