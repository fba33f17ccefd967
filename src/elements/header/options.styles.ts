import { css } from 'lit';

export const optionsStyles = css`
  .menu,
  .confirm {
    position: absolute;
    inset-block-start: calc(100% - 4px);
    inset-inline-end: calc(var(--_space) * 3);
    border: 1px solid light-dark(transparent, var(--_border));
    border-radius: 14px;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    animation: drop 0.16s var(--_ease);
  }

  .menu {
    min-inline-size: min(15rem, 80%);
    padding: 6px;
  }

  .item {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 0;
    border-radius: 9px;
    background: none;
    text-align: start;

    & .icon:first-child {
      color: var(--_text-muted);
    }

    & span {
      flex: 1;
    }

    & small {
      display: block;
      color: var(--_text-muted);
      font-size: var(--_font-small);
    }

    &:hover,
    &:focus-visible {
      background: var(--_hover);
    }

    &:focus-visible {
      outline-offset: -2px;
    }

    &.danger,
    &.danger .icon:first-child {
      color: var(--_danger);
    }

    &[aria-disabled='true'] {
      cursor: default;
    }
  }

  /* Off is a track, on is a filled one: told by place as well as by colour. */
  .switch {
    flex: none;
    inline-size: 32px;
    block-size: 20px;
    padding: 2px;
    border: 1px solid transparent;
    border-radius: 20px;
    background: var(--_border-strong);
    transition: background-color var(--_duration);

    &::before {
      display: block;
      inline-size: 14px;
      block-size: 14px;
      border: 7px solid #fff;
      border-radius: 50%;
      content: '';
      transition: margin var(--_duration) var(--_ease);
    }

    [aria-checked='true'] > & {
      background: var(--_accent);

      &::before {
        margin-inline-start: 12px;
        border-color: var(--_on-accent);
      }
    }

    [aria-disabled='true'] > & {
      opacity: 0.5;
    }
  }

  hr {
    margin: 6px 4px;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  .confirm {
    inset-inline: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5);

    & h3 {
      margin: 0 0 var(--_space);
      font-size: calc(var(--_font-size) * 1.0667);
      font-weight: 650;
    }

    & p {
      color: var(--_text-muted);
    }
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);

    & .button {
      flex: 1 1 auto;
    }

    & .danger {
      border-color: transparent;
      background: var(--_danger);
      color: var(--_on-danger);

      &:hover {
        background: color-mix(in oklab, var(--_danger), #000 10%);
      }
    }
  }

  @keyframes drop {
    from {
      opacity: 0;
      translate: 0 -6px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .menu,
    .confirm {
      border: 1px solid CanvasText;
    }

    .choices .danger {
      border-color: ButtonBorder;
      background: ButtonFace;
      color: ButtonText;
    }

    .switch {
      border-color: CanvasText;
      background: Canvas;
    }

    .switch::before {
      border-color: CanvasText;
    }

    [aria-checked='true'] > .switch {
      background: Highlight;
      forced-color-adjust: none;

      &::before {
        border-color: HighlightText;
      }
    }
  }
`;
