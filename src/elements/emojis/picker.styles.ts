import { css } from 'lit';

export const pickerStyles = css`
  .picker {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    position: absolute;
    inset-block-end: calc(100% - 2px);
    inset-inline: calc(var(--_space) * 3);
    z-index: 2;
    max-inline-size: 384px;
    block-size: min(23rem, 55dvh);
    margin-inline-start: auto;
    overflow: hidden;
    border: 1px solid light-dark(transparent, var(--_border));
    border-radius: 16px;
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    cursor: auto;
    animation: rise 0.16s var(--_ease);

    &:focus-visible {
      outline: none;
    }
  }

  .search {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 10px 10px 6px;
    padding-inline: 10px;
    border: 1px solid var(--_border-strong);
    border-radius: 10px;
    color: var(--_text-muted);

    &:focus-within {
      outline: 2px solid var(--_focus);
      outline-offset: -1px;
    }

    & .icon {
      inline-size: 18px;
      block-size: 18px;
    }
  }

  input[type='search'] {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 34px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    appearance: none;

    &:focus {
      outline: none;
    }

    &::placeholder {
      color: var(--_text-muted);
      opacity: 1;
    }

    @media (pointer: coarse) {
      min-block-size: 40px;
      font-size: max(16px, var(--_font-size));
    }
  }

  .categories {
    display: flex;
    padding-inline: 8px;
    border-block-end: 1px solid var(--_border);

    & button {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 34px;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', emoji, sans-serif;
      font-size: 17px;
      line-height: 1;
      filter: grayscale(1);
      opacity: 0.75;

      &:hover,
      &:focus-visible {
        background: var(--_hover);
        filter: none;
        opacity: 1;
      }

      &:focus-visible {
        outline-offset: -2px;
      }
    }
  }

  [hidden] {
    display: none !important;
  }

  .list {
    grid-row: 3;
    padding: 0 8px 8px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .group {
    content-visibility: auto;
    contain-intrinsic-size: auto 600px;

    & p {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      margin: 0;
      padding: 8px 6px 4px;
      background: var(--_surface-raised);
      color: var(--_text-muted);
      font-size: var(--_font-small);
      font-weight: 600;
    }
  }

  /* Keep in step with COLUMNS in picker.ts. */
  .grid {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));

    & button {
      display: grid;
      place-items: center;
      aspect-ratio: 1;
      min-inline-size: 0;
      padding: 0;
      border: 0;
      border-radius: 10px;
      background: none;
      font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', emoji, sans-serif;
      font-size: min(25px, 6.4vw);
      line-height: 1;

      &:hover,
      &:focus-visible {
        background: var(--_hover);
      }

      &:focus-visible {
        outline-offset: -2px;
      }
    }
  }

  .none {
    align-self: center;
    grid-row: 3;
    margin: 0;
    padding: 24px;
    color: var(--_text-muted);
    text-align: center;
  }

  .foot {
    display: flex;
    grid-row: 4;
    align-items: center;
    gap: 8px;
    min-block-size: 42px;
    padding-inline: 12px 8px;
    border-block-start: 1px solid var(--_border);
  }

  .shown {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    color: var(--_text-muted);
    font-size: var(--_font-small);

    & b {
      font-size: 22px;
      font-weight: 400;
      line-height: 1;
    }

    & span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }

  .tones {
    display: flex;
    flex: none;
    margin: 0;
    padding: 0;
    border: 0;

    & label {
      display: grid;
      place-items: center;
      position: relative;
      inline-size: 26px;
      block-size: 28px;
      border-radius: 8px;
      cursor: pointer;

      &:hover {
        background: var(--_hover);
      }

      &:has(:checked) .swatch {
        outline: 2px solid var(--_accent-text);
        outline-offset: 2px;
      }

      &:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: -1px;
      }
    }
  }

  .swatch {
    inline-size: 14px;
    block-size: 14px;
    border: 1px solid rgb(0 0 0 / 18%);
    border-radius: 50%;
    background: #ffc83d;
    forced-color-adjust: none;

    &.tone-1 {
      background: #f9d9c2;
    }

    &.tone-2 {
      background: #e8bd95;
    }

    &.tone-3 {
      background: #c99b73;
    }

    &.tone-4 {
      background: #a1704b;
    }

    &.tone-5 {
      background: #5f4233;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  /* A low screen has room for a row or two. */
  @media (height <= 480px) {
    .picker {
      grid-template-rows: auto minmax(0, 1fr);
      block-size: 11rem;
    }

    .categories,
    .foot {
      display: none;
    }

    .list,
    .none {
      grid-row: 2;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .picker {
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .picker {
      border: 1px solid CanvasText;
    }
  }
`;
