import { css } from 'lit';

/** How a row of the page's own looks; added to the sheets of the transcript that shows one. */
export const injectedStyles = css`
  .injected {
    inline-size: fit-content;
    max-inline-size: 100%;
    overflow-wrap: anywhere;

    &.bubble {
      max-inline-size: min(var(--live-chat-bubble-max, 85%), 36em);
      white-space: normal;
    }

    &.plain {
      white-space: pre-wrap;
    }

    & > :first-child {
      margin-block-start: 0;
    }

    & > :last-child {
      margin-block-end: 0;
    }

    & img {
      grid-area: auto;
      block-size: auto;
      inline-size: auto;
      max-inline-size: 100%;
      object-fit: initial;
    }
  }

  .row:has(.injected:is(.end, .no-bubble)) > .avatar,
  .row:has(.injected:is(.end, .no-bubble, .no-name)) > .name,
  .row:has(.injected:is(.no-bubble, .no-time)) > .foot {
    display: none;
  }

  .row:has(.injected:is(.end, .no-bubble)) {
    grid-template-columns: minmax(0, 1fr);
  }

  .row:has(.injected.end) .custom > div {
    display: grid;
    justify-items: end;
  }

  .row:has(.injected.end) > .foot {
    justify-self: end;
  }
`;
