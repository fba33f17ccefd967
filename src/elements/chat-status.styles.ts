import { css } from 'lit';

export const statusStyles = css`
  :host {
    display: block;
  }

  .list {
    display: grid;
  }

  .banner {
    --_tone: var(--_text-muted);
    --_fill: var(--_tone);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border-block-end: 1px solid color-mix(in oklab, var(--_fill) 24%, var(--_surface));
    background: color-mix(in oklab, var(--_fill) 9%, var(--_surface));
    font-size: calc(var(--_font-size) * 0.8667);
    line-height: 1.4;
    text-wrap: pretty;
    animation: slide 0.24s var(--_ease);

    /* A short outage comes and goes without a word. */
    &.brief {
      animation: slide 0.24s var(--_ease) 0.6s backwards;
    }

    &.waiting {
      --_tone: var(--_accent);
    }

    &.warning {
      --_tone: var(--_warning);
      --_fill: light-dark(#f5a524, var(--_warning));
    }

    &.danger {
      --_tone: var(--_danger);
    }

    & .icon {
      inline-size: 18px;
      block-size: 18px;
      color: var(--_tone);
    }

    &.waiting .icon {
      color: var(--_accent-text);
    }
  }

  .text {
    flex: 1 1 12em;
    overflow-wrap: anywhere;
  }

  .wait {
    color: var(--_text-muted);
  }

  .button {
    min-block-size: 32px;
    padding-block: 4px;
    padding-inline: calc(var(--_space) * 3);
    font-size: inherit;
    text-wrap: nowrap;
  }

  .spinner {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 1px;
    border: 2px solid color-mix(in oklab, var(--_accent-text) 25%, transparent);
    border-block-start-color: var(--_accent-text);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @keyframes slide {
    from {
      max-block-size: 0;
      padding-block: 0;
      opacity: 0;
      overflow: hidden;
    }

    to {
      max-block-size: 12em;
    }
  }

  @media (forced-colors: active) {
    .spinner {
      border-color: CanvasText;
      border-block-start-color: Canvas;
    }
  }
`;
