import { css } from 'lit';

export const headerStyles = css`
  :host {
    display: block;
    position: relative;
    z-index: 1;
  }

  header {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 3.5);
    padding-inline: calc(var(--_space) * 4) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: linear-gradient(color-mix(in oklab, var(--_accent) 7%, var(--_surface)), var(--_surface));
  }

  .face {
    flex: none;
    position: relative;
  }

  .avatar,
  .mark {
    display: grid;
    place-items: center;
    position: relative;
    inline-size: 40px;
    block-size: 40px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-size: 14px;
    font-weight: 650;
    line-height: 1;
    user-select: none;

    & img {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    & img[hidden] {
      display: none;
    }
  }

  .mark {
    border-radius: 12px;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  /* How things stand is in words beside it; the dot is only the quick look. */
  .dot {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_border-strong);

    &.good {
      background: var(--live-chat-success, light-dark(#1f9d61, #4cc38a));
    }

    &.waiting {
      background: light-dark(#d08700, #f0b54a);
    }

    &.plain {
      display: none;
    }
  }

  .names {
    flex: 1;
    min-inline-size: 0;
  }

  h2,
  p {
    margin: 0;
  }

  h2,
  .standing {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2 {
    font-size: calc(var(--_font-size) * 1.0667);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }

  .standing {
    color: var(--_text-muted);
    font-size: calc(var(--_font-size) * 0.8667);
    line-height: 1.35;
  }

  .buttons {
    display: flex;
    flex: none;
    gap: 2px;
  }

  .button.quiet {
    color: var(--_text-muted);

    &:hover,
    &[aria-expanded='true'] {
      background: var(--_hover);
      color: var(--_text);
    }
  }

  @media (height <= 480px) {
    header {
      padding-block: calc(var(--_space) * 1.5);
    }

    .face {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }

    .dot {
      display: none;
    }
  }
`;
