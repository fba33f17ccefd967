import { css } from 'lit';

/** Letters that stand for somebody, on one of six calm grounds; see `avatar.ts`. */
export const avatarStyles = css`
  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: light-dark(oklch(92% 0.045 var(--hue, 260)), oklch(34% 0.055 var(--hue, 260)));
    color: light-dark(oklch(38% 0.11 var(--hue, 260)), oklch(90% 0.05 var(--hue, 260)));
    font-size: 0.75rem;
    font-weight: 650;
    letter-spacing: 0.01em;
    line-height: 1;
    user-select: none;
  }

  .avatar.small {
    inline-size: 1.625rem;
    block-size: 1.625rem;
    font-size: 0.625rem;
  }

  .avatar.large {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    font-size: 1rem;
  }

  .hue-0 {
    --hue: 262;
  }

  .hue-1 {
    --hue: 165;
  }

  .hue-2 {
    --hue: 25;
  }

  .hue-3 {
    --hue: 305;
  }

  .hue-4 {
    --hue: 75;
  }

  .hue-5 {
    --hue: 215;
  }

  .dot {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border: 2px solid var(--ground, var(--surface));
    border-radius: 50%;
    background: var(--line-strong);
  }

  .dot.on {
    background: light-dark(#1f9d61, #4cc38a);
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }

    .dot {
      forced-color-adjust: none;
      border-color: Canvas;
      background: GrayText;
    }

    .dot.on {
      background: Highlight;
    }
  }
`;
