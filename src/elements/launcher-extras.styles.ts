import { css } from 'lit';

export const badgeStyles = css`
  .region {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [part='badge'],
  [part='dot'] {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    box-sizing: border-box;
    min-inline-size: 24px;
    padding-inline: 6px;
    border: 2px solid var(--_surface);
    border-radius: 20px;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 12px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    text-align: center;
    animation: pop 0.3s var(--_ease);
  }

  [part='dot'] {
    inset-block-start: 0;
    inset-inline-end: 0;
    min-inline-size: 0;
    inline-size: 16px;
    block-size: 16px;
    padding: 0;
    background: var(--live-chat-success, light-dark(#1f9d61, #4cc38a));
  }

  @media (forced-colors: active) {
    [part='badge'] {
      border-color: CanvasText;
    }

    [part='dot'] {
      border-color: Canvas;
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  @keyframes pop {
    from {
      scale: 0.4;
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
`;
