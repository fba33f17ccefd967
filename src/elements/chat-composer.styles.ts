import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    position: relative;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3) calc(var(--_space) * 3);
    background: var(--_surface);
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    padding: 3px;
    border: 1px solid var(--_border-strong);
    border-radius: 26px;
    background: var(--_surface-raised);
    cursor: text;

    /* The field itself has no ring: the box around it has. */
    &:has(textarea:focus) {
      outline: 2px solid var(--_focus);
      outline-offset: -1px;
    }

    @media (pointer: fine) {
      border-radius: 22px;
    }
  }

  .over {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: var(--live-chat-composer-max, 9.5em);
    margin-block: auto;
    padding: 7px 12px;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    resize: none;
    overscroll-behavior: contain;
    field-sizing: content;
    scrollbar-width: thin;

    &:focus {
      outline: none;
    }

    /* An empty field has the direction of the chat, not of nothing. */
    &:placeholder-shown {
      unicode-bidi: normal;
      direction: inherit;
    }

    &::placeholder {
      overflow: hidden;
      color: var(--_text-muted);
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    /* Below that, a phone zooms into the field. */
    @media (pointer: coarse) {
      font-size: max(16px, var(--_font-size));
    }
  }

  .send {
    flex: none;
    border-radius: 50%;

    &.quiet:hover {
      background: none;
    }
  }

  .below,
  ::slotted([slot='hint']) {
    display: block;
    padding: 4px 14px 0;
    color: var(--_text-muted);
    font-size: var(--_font-small);

    &:empty {
      display: none;
    }
  }

  .counter {
    text-align: end;
  }

  .below.over {
    color: var(--_danger);
  }

  .ended {
    display: grid;
    gap: 10px;
    color: var(--_text-muted);
    text-align: center;

    & p {
      margin: 0;
    }
  }
`;
