import { css } from 'lit';

export const leaveStyles = css`
  h3:focus {
    outline: none;
  }

  .failed {
    display: flex;
    flex-basis: 100%;
    gap: var(--_space);
    color: var(--_danger);
    font-size: calc(var(--_font-size) * 0.9334);

    &:empty {
      display: none;
    }

    & svg {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 2px;
    }
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  .thanks {
    display: grid;
    justify-items: center;
    padding-block: calc(var(--_space) * 8) calc(var(--_space) * 6);
    text-align: center;

    & button {
      margin-block-start: calc(var(--_space) * 5);
    }
  }

  .sign {
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: calc(var(--_space) * 3);
    color: var(--_accent-text, var(--_accent));
  }
`;
