import { css } from 'lit';

/** Notices. */
export const noticesStyles = css`
  ul {
    display: grid;
    gap: 0.5rem;
  }

  li {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding: 0.5rem 0.5rem 0.5rem 0.875rem;
    border-radius: var(--radius-large);
    background: var(--raised);
    box-shadow: var(--shadow);
    animation: rise 0.18s cubic-bezier(0.2, 0.8, 0.2, 1);
  }

  li > .icon {
    color: var(--accent-text);
  }

  .failure > .icon {
    color: var(--danger);
  }

  p {
    flex: 1;
    min-inline-size: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .button.act {
    color: var(--accent-text);
    font-weight: 600;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 0.5rem;
    }
  }

  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
  }
`;
