import { css } from 'lit';

/** The tray above the composer's box. */
export const trayStyles = css`
  :host {
    position: relative;
  }

  .attach {
    flex: none;
    border-radius: 50%;
    color: var(--_text-muted);
  }

  .tray {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-block-size: min(13.5em, 40vh);
    margin: 0 0 calc(var(--_space) * 2);
    padding: 0;
    overflow-y: auto;
    list-style: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .file {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: 5px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface-raised);

    & .button {
      flex: none;
      border-radius: 50%;
      color: var(--_text-muted);
    }
  }

  .drop {
    display: grid;
    place-items: center;
    position: absolute;
    inset: 4px;
    z-index: 1;
    padding: 8px;
    border: 2px dashed var(--_accent-text);
    border-radius: 22px;
    background: var(--_surface-raised);
    color: var(--_accent-text);
    font-weight: 600;
    text-align: center;
    pointer-events: none;
  }
`;
