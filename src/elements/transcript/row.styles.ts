import { css } from 'lit';

/** How a message looks, in a transcript and alone. */
export const rowStyles = css`
  :host {
    --_avatar: 28px;
  }

  /*
   * The corners of a bubble are physical: its own direction is that of its text, which may not be that of the chat. The
   * row knows where the side of its writer is. In a group, the corners on that side are tight where bubbles meet.
   */
  .row {
    --_round: var(--_radius-bubble);
    --_top: min(6px, var(--_round));
    --_bottom: var(--_top);
    --_corners: var(--_top) var(--_round) var(--_round) var(--_bottom);
    display: grid;
    grid-template-columns: var(--_avatar) minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2);
    justify-items: start;
    position: relative;
    padding-block-start: 2px;
    outline: none;

    &.own {
      grid-template-columns: minmax(0, 1fr);
      justify-items: end;
    }

    &.first {
      --_top: var(--_round);
      padding-block-start: calc(var(--_space) * 3);
    }

    &.last {
      --_bottom: var(--_round);
    }

    & > * {
      grid-column: -2;
    }

    &:focus-visible {
      z-index: 1;
    }
  }

  .own:dir(ltr),
  .other:dir(rtl) {
    --_corners: var(--_round) var(--_top) var(--_bottom) var(--_round);
  }

  .name,
  .foot {
    padding-inline: 2px;
    color: var(--_text-muted);
    font-size: var(--_font-small);
  }

  .name {
    margin-block-end: 3px;
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .avatar {
    display: grid;
    place-items: center;
    grid-column: 1;
    align-self: end;
    block-size: var(--_avatar);
    inline-size: var(--_avatar);
    overflow: hidden;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-size: 11px;
    font-weight: 650;
    user-select: none;
  }

  img {
    grid-area: 1 / 1;
    block-size: var(--_avatar);
    inline-size: var(--_avatar);
    object-fit: cover;
  }

  .bubble {
    max-inline-size: min(var(--live-chat-bubble-max, 85%), 36em);
    padding: 7px 13px;
    border: 1px solid transparent;
    border-radius: var(--_corners);
    background: var(--_bubble-other);
    color: var(--live-chat-on-bubble-other, var(--_text));
    white-space: pre-wrap;
    overflow-wrap: anywhere;

    &[dir] {
      unicode-bidi: plaintext;
    }

    :focus-visible > & {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }

    .own > & {
      background: var(--live-chat-bubble-own, var(--_accent));
      color: var(--live-chat-on-bubble-own, var(--_on-accent));
    }

    .failed > &,
    .unconfirmed > & {
      border: 1px dashed var(--_danger);
      background: none;
      color: var(--_text);
    }

    & a {
      color: inherit;
      text-underline-offset: 2px;

      .other & {
        color: var(--_accent-text);
      }
    }
  }

  .emoji > .bubble {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font-size: 2.4em;
    line-height: 1.2;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0 6px;
    margin-block: 3px;
    font-variant-numeric: tabular-nums;
    text-align: end;

    & time + *::before {
      content: '·';
      margin-inline-end: 6px;
    }

    /* Most messages are sent before one could read that they are being sent. */
    .sending & span {
      animation: appear 0.2s 0.6s backwards;
    }

    .failed & span {
      color: var(--_danger);
    }

    & button {
      min-block-size: 28px;
      padding: 0 4px;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font-weight: 600;

      @media (pointer: coarse) {
        min-block-size: 44px;
      }
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .typing .bubble {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 37px;

    /* Drawn by their borders, which are seen also where the system decides the colours. */
    & i {
      border: 3.5px solid var(--_text-muted);
      border-radius: 50%;
      animation: wave 1.3s ease-in-out infinite;

      &:nth-child(2) {
        animation-delay: 0.16s;
      }

      &:nth-child(3) {
        animation-delay: 0.32s;
      }
    }
  }

  @keyframes wave {
    0%,
    55%,
    100% {
      opacity: 0.45;
    }

    25% {
      opacity: 1;
      translate: 0 -4px;
    }
  }

  @media (forced-colors: active) {
    .own > .bubble {
      border-width: 2px;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
