import { css } from 'lit';

/** How a file looks, in the tray and in a message. */
export const fileCardStyles = css`
  .tile {
    display: grid;
    place-items: center;
    flex: none;
    block-size: 40px;
    inline-size: 40px;
    border: 1px solid transparent;
    border-radius: 10px;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-size: 11px;
    font-weight: 700;
    letter-spacing: 0.02em;
    user-select: none;
  }

  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1;
    justify-items: start;
    min-inline-size: 0;
    line-height: 1.35;
    text-align: start;
  }

  .file-name {
    display: flex;
    position: relative;
    max-inline-size: 100%;
    overflow: hidden;
    font-weight: 550;
    white-space: pre;
  }

  .stem {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .ending {
    flex: none;
    unicode-bidi: isolate;
  }

  .standing {
    overflow-wrap: anywhere;
    color: var(--_text-muted);
    font-size: var(--_font-small);
    font-variant-numeric: tabular-nums;
  }

  .standing.bad {
    color: var(--_danger);
  }

  progress {
    appearance: none;
    display: block;
    block-size: 4px;
    inline-size: 100%;
    margin-block-start: 4px;
    overflow: hidden;
    border: 0;
    border-radius: 2px;
    background: var(--_border);

    &::-webkit-progress-bar {
      background: var(--_border);
    }

    &::-webkit-progress-value {
      border-radius: 2px;
      background: var(--_accent-text);
      transition: inline-size 0.2s linear;
    }

    &::-moz-progress-bar {
      border-radius: 2px;
      background: var(--_accent-text);
    }
  }

  @media (forced-colors: active) {
    .tile {
      border-color: CanvasText;
    }

    progress {
      block-size: 8px;
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;

      &::-webkit-progress-bar {
        background: Canvas;
      }

      &::-webkit-progress-value {
        background: Highlight;
      }

      &::-moz-progress-bar {
        background: Highlight;
      }
    }
  }
`;
