import { css } from 'lit';

export const invitationStyles = css`
  :host {
    display: block;
  }

  :host(:not([open])) {
    display: none;
  }

  /* Above the launcher, and never more of a phone than a corner. */
  :host([floating]) {
    position: fixed;
    inset-block-end: calc(
      var(--live-chat-inset-block, 20px) + max(var(--live-chat-launcher-size, 56px), 48px) + 14px +
        env(safe-area-inset-bottom, 0px)
    );
    inset-inline-end: calc(
      var(--live-chat-inset-inline, 20px) + max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px))
    );
    z-index: var(--live-chat-z-index, 1000);
    inline-size: min(340px, 100vw - 2 * var(--live-chat-inset-inline, 20px));
  }

  section {
    --_pad: calc(var(--_space) * 4);

    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_space) * 3);
    max-block-size: min(60dvh, 24rem);
    padding: var(--_pad);
    overflow: hidden auto;
    border: 1px solid light-dark(transparent, var(--_border));
    border-radius: var(--live-chat-radius, 18px);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    transform-origin: 100% 100%;
    animation: invite 0.32s var(--_ease);

    &:dir(rtl) {
      transform-origin: 0 100%;
    }
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 12px;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  svg {
    display: block;
    inline-size: 20px;
    block-size: 20px;
  }

  .words {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
  }

  .heading {
    font-size: calc(var(--_font-size) * 1.0667);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  .text {
    margin-block-start: 2px;
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  .close {
    align-self: start;
    margin-block: calc(var(--_space) * -1.5) 0;
    margin-inline: 0 calc(var(--_space) * -1.5);
    color: var(--_text-muted);
  }

  .buttons {
    display: flex;
    position: sticky;
    inset-block-end: calc(var(--_pad) * -1);
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: calc(var(--_space) * 2);

    /* Long words are scrolled behind them, and end in a mist. */
    margin: calc(var(--_space) * -3) calc(var(--_pad) * -1) calc(var(--_pad) * -1);
    padding: calc(var(--_space) * 3) var(--_pad) var(--_pad);
    background: linear-gradient(transparent, var(--_surface) calc(var(--_space) * 3));

    & .button {
      flex: 1 1 auto;
    }

    & .quiet {
      color: var(--_text-muted);
    }
  }

  @keyframes invite {
    from {
      opacity: 0;
      translate: 0 12px;
      scale: 0.96;
    }
  }

  /* A phone is for the page: of long words the rest is scrolled to. */
  @media (width <= 480px) and (height > 480px) {
    :host([floating]) section {
      max-block-size: 38dvh;
    }
  }

  /* Where there is hardly any room, words and buttons have it. */
  @media (width <= 360px), (height <= 480px) {
    section {
      --_pad: calc(var(--_space) * 3);

      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_space) * 2);
    }

    .buttons {
      margin-block-start: calc(var(--_space) * -2);
      padding-block-start: calc(var(--_space) * 2);
    }

    .mark {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    section {
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    section {
      border-color: CanvasText;
    }
  }
`;
