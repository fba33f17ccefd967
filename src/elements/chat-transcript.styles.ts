import { css } from 'lit';
import { rowStyles } from './transcript/row.styles.js';

const transcript = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-block-size: 0;
    background: var(--_surface);
  }

  .scroller {
    flex: 1;
    overflow: hidden auto;
    overscroll-behavior: contain;
    outline-offset: -2px;
    /* Kept by hand, see sticky-scroll.ts. */
    overflow-anchor: none;
    scrollbar-width: thin;
  }

  .content {
    display: flow-root;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 4);
  }

  .greeting {
    padding-block: 12px 8px;
    color: var(--_text-muted);
    text-wrap: pretty;

    & p {
      margin: 0;
    }

    & .title {
      margin-block-end: 4px;
      color: var(--_text);
      font-size: 1.4em;
      font-weight: 650;
      line-height: 1.25;
    }
  }

  .older,
  .day,
  .unread,
  .line {
    color: var(--_text-muted);
    font-size: var(--_font-small);
    font-weight: 600;
    text-align: center;
  }

  .older {
    display: flex;
    margin-inline: auto;
  }

  .skeleton {
    display: grid;
    gap: 8px;
    padding-block: 16px;
    animation: appear 1s infinite alternate;

    & span {
      block-size: 40px;
      margin-inline-end: 40%;
      border-radius: var(--_radius-bubble);
      background: var(--_bubble-other);

      &:last-child {
        margin-inline: 50% 0;
      }

      /* A background alone shows nothing there. */
      @media (forced-colors: active) {
        border: 1px solid;
      }
    }
  }

  .day,
  .unread,
  .line {
    margin-block: calc(var(--_space) * 4) var(--_space);
  }

  .line {
    font-weight: inherit;
    text-wrap: balance;
  }

  .unread {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--_accent-text);

    &::before,
    &::after {
      content: '';
      flex: 1;
      border-block-start: 1px solid;
      opacity: 0.4;
    }
  }

  .pill {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    inline-size: max-content;
    margin-inline: auto;
    border-radius: 99px;
    box-shadow: 0 4px 16px rgb(16 24 40 / 16%);
    font-size: var(--_font-small);

    &.icon-only {
      border-color: var(--_border);
    }

    & .icon {
      inline-size: 16px;
    }
  }

  /* What comes in at the end rises into place; what a moving window brings is simply there. */
  .pill,
  .live > .row {
    transition:
      opacity var(--_duration),
      translate 0.28s var(--_ease);

    @starting-style {
      opacity: 0;
      translate: 0 10px;
    }
  }
`;

export const transcriptStyles = [rowStyles, transcript];
