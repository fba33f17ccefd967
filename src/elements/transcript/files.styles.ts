import { css } from 'lit';

/** Files in messages. */
export const filesStyles = css`
  .files {
    display: grid;
    gap: 4px;
    justify-items: inherit;
    max-inline-size: min(var(--live-chat-bubble-max, 85%), 20em);
    inline-size: 100%;

    .bubble + & {
      margin-block-start: 4px;
    }
  }

  .card {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 52px;
    padding-block: 5px;
    padding-inline: 5px 10px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface-raised);
    color: var(--_text);

    & .icon {
      color: var(--_text-muted);
    }

    .failed > .files > & {
      border: 1px dashed var(--_danger);
    }
  }

  button.card:hover {
    background: color-mix(in oklab, var(--_surface-raised), var(--_text) 5%);
  }

  .picture {
    display: block;
    max-inline-size: 100%;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface-raised);

    & img {
      display: block;
      block-size: auto;
      inline-size: auto;
      max-block-size: 15em;
      max-inline-size: 100%;
      min-block-size: 44px;
      min-inline-size: 44px;
      object-fit: contain;
    }
  }

  .card:focus-visible,
  .picture:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
`;
