import { css } from 'lit';

/** The composer of rich messages. */
export const richDialogStyles = css`
  .fields {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 1rem;
  }

  label {
    display: grid;
    gap: 0.25rem;
    font-weight: 550;
  }

  select,
  input,
  textarea {
    inline-size: 100%;
    min-block-size: 2.25rem;
    box-sizing: border-box;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
  }

  textarea {
    resize: vertical;
  }

  .note:empty {
    display: none;
  }
`;
