import { css } from 'lit';

/** How the survey looks; added to the sheets of the element that shows it. */
export const surveyStyles = css`
  .survey {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    color: var(--_text);

    & fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    & legend {
      inline-size: 100%;
      padding: 0;
      font-weight: 600;
    }
  }

  .survey.thanks {
    font-weight: 600;
  }

  .survey .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px;
    padding-block-start: var(--_space);
  }

  .survey label:not(.words) {
    display: grid;
    position: relative;
    place-items: center;
    min-inline-size: 40px;
    min-block-size: 40px;
    border-radius: 50%;
    color: var(--_border-strong);
    cursor: pointer;

    &:hover {
      background: var(--_hover);
    }

    &:focus-within:has(:focus-visible) {
      outline: 2px solid var(--_focus);
    }

    & .icon {
      inline-size: 30px;
      block-size: 30px;
    }
  }

  .survey .stars .on {
    color: var(--live-chat-star, light-dark(#a86200, #f0b54a));

    & .icon {
      fill: currentcolor;
    }
  }

  .survey .scale label {
    border: 1px solid var(--_border-strong);
    color: var(--_text);
    min-inline-size: 36px;
    min-block-size: 36px;

    &.on {
      border-color: transparent;
      background: var(--_accent);
      color: var(--_on-accent);
    }
  }

  .survey .words {
    display: grid;
    gap: 4px;
    text-align: start;
    font-size: var(--_font-small);

    & textarea {
      box-sizing: border-box;
      inline-size: 100%;
      max-block-size: 8em;
      padding: 8px 12px;
      border: 1px solid var(--_border-strong);
      border-radius: var(--live-chat-radius-control, 10px);
      background: var(--_surface-raised);
      color: var(--_text);
      font: inherit;
      font-size: var(--_font-size);
      resize: none;
    }
  }

  .survey .problem {
    color: var(--_danger);
    font-size: var(--_font-small);

    &:empty {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .survey .stars .on {
      color: Highlight;
    }

    .survey .scale .on {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
