import { css } from 'lit';

/**
 * The few tokens and resets that the closed launcher needs. They are among the first bytes that a page loads, so
 * everything else is in `tokens.styles.ts` and `host.styles.ts`.
 *
 * A public token is `--live-chat-x`; a page sets it on any element around the chat. Inside, only the private `--_x` is
 * read, so that each element has its default without a `<live-chat>` around it.
 */
export const shellTokens = css`
  :host {
    --_accent: var(--live-chat-accent, light-dark(#3056ea, #4466f2));
    --_on-accent: var(--live-chat-on-accent, #fff);
    --_ease: cubic-bezier(0.2, 0.8, 0.2, 1);
    font-size: var(--live-chat-font-size, max(15px, 0.9375rem));
    line-height: 1.45;
    letter-spacing: normal;
    text-transform: none;
    white-space: normal;
  }

  :host([hidden]) {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--live-chat-focus, Highlight);
    outline-offset: 2px;
  }

  /* A page that sets only a light accent gets dark text on it. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --_on-accent: var(--live-chat-on-accent, oklch(from var(--_accent) clamp(0, (0.7 - l) * 1000, 1) 0 0));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
