import { css } from 'lit';

export const threadsStyles = css`
  :host {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
    font-size: var(--_font-size);
    line-height: 1.4;
  }

  :host([hidden]) {
    display: none;
  }

  .base {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 3);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 2);
  }

  h3 {
    margin: 0;
    font-size: 1.0667em;
    font-weight: 650;
    outline: none;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    display: flex;
    align-items: center;
    border-radius: var(--live-chat-radius-control, 10px);

    &:hover,
    &:focus-within {
      background: var(--_hover);
    }

    &:has([aria-current]) {
      background: var(--_accent-soft);
    }
  }

  .open {
    display: grid;
    flex: 1;
    gap: 2px;
    min-inline-size: 0;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 2);
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: start;
  }

  .line {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .title,
  .preview {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 600;
  }

  .preview,
  .state,
  time {
    color: var(--_text-muted);
  }

  .preview,
  .state {
    font-size: 0.9334em;
  }

  time {
    flex: none;
    font-size: var(--_font-small);
  }

  .unread {
    flex: none;
    min-inline-size: 20px;
    padding-inline: 6px;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_font-small);
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }

  .tools {
    display: flex;
    flex: none;
    padding-inline-end: var(--_space);
    color: var(--_text-muted);
  }

  /* They are in the way of those who point with a mouse, until they are wanted. */
  @media (hover: hover) {
    .tools {
      position: absolute;
      inset-inline-end: calc(var(--_space) * 2);
      padding: 2px;
      border-radius: var(--live-chat-radius-control, 10px);
      background: var(--_surface-raised);
      box-shadow: 0 0 0 1px var(--_border);
    }

    li:not(:hover, :focus-within) .tools {
      opacity: 0;
    }
  }

  .naming {
    display: flex;
    flex: 1;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    padding-inline: calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-strong);
    border-radius: var(--live-chat-radius-control, 10px);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
  }

  /* Smaller, and a phone zooms in. */
  @media (pointer: coarse) {
    input {
      font-size: max(16px, 1em);
    }
  }

  .error,
  .empty {
    margin: 0;
    padding: calc(var(--_space) * 2);
  }

  .empty {
    padding-block: calc(var(--_space) * 8);
    color: var(--_text-muted);
    text-align: center;
  }

  .error {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_danger);

    & span {
      flex: 1;
    }
  }

  summary {
    padding: calc(var(--_space) * 2);
    border-radius: var(--live-chat-radius-control, 10px);
    color: var(--_text-muted);
    font-size: 0.9334em;
    font-weight: 600;
    cursor: pointer;
  }

  [part='more'] {
    justify-self: center;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);

    & i {
      block-size: 44px;
      border-radius: var(--live-chat-radius-control, 10px);
      background: var(--_bubble-other);
    }
  }

  @media (forced-colors: active) {
    li:has([aria-current]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .unread {
      border: 1px solid CanvasText;
    }

    .skeleton i {
      border: 1px solid GrayText;
    }
  }
`;
