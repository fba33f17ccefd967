import { css } from 'lit';

/** How rich messages look; added to the sheets of the element that shows them. */
export const richStyles = css`
  .rich {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: start;
    inline-size: 100%;
    min-inline-size: 0;

    & p,
    & fieldset,
    & figure,
    & dl,
    & dd,
    & blockquote {
      margin: 0;
    }

    & bdi,
    & p,
    & dd,
    & dt {
      overflow-wrap: anywhere;
    }
  }

  /* In a box everything begins at the same edge, whatever language a line is in. */
  .rich .box [dir='auto']:not(.input) {
    text-align: match-parent;
  }

  .rich > .bubble {
    margin: 0;
  }

  .retracted.bubble {
    font-style: italic;
  }

  small.amended {
    color: var(--_text-muted);
    font-size: var(--_font-small);
    margin-inline: var(--_space);
  }

  /* The caret of a text that grows. */
  .streaming.bubble::after {
    content: '';
    display: inline-block;
    inline-size: 0.45em;
    block-size: 1em;
    margin-inline-start: 2px;
    border-radius: 1px;
    background: currentcolor;
    vertical-align: -0.12em;
    opacity: 0.6;
  }

  .writing.bubble {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 37px;

    & i {
      border: 3.5px solid var(--_text-muted);
      border-radius: 50%;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .writing.bubble i {
      animation: wave 1.3s ease-in-out infinite;
    }

    .streaming.bubble::after {
      animation: blink 1s steps(2, jump-none) infinite;
    }
  }

  @keyframes blink {
    to {
      opacity: 0;
    }
  }

  .rich .title {
    color: var(--_text);
    font-weight: 650;
    line-height: 1.35;
  }

  .rich .words {
    white-space: pre-wrap;
  }

  .rich .title + .words {
    margin-block-start: 2px;
  }

  .rich .how,
  .rich small {
    color: var(--_text-muted);
    font-size: var(--_font-small);
  }

  .rich .how {
    display: flex;
    align-items: center;
    gap: 4px;

    & .icon {
      inline-size: 14px;
      block-size: 14px;
    }
  }

  .rich .box {
    display: grid;
    gap: calc(var(--_space) * 3);
    inline-size: min(100%, 22em);
    box-sizing: border-box;
    padding: calc(var(--_space) * 3.5);
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-bubble);
    background: var(--_surface-raised);
  }

  .rich .about:empty {
    display: none;
  }

  .rich fieldset {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }

  .rich legend {
    padding: 0;
  }

  .rich .stack {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .rich .stack .button {
    inline-size: 100%;
    text-decoration: none;
  }

  .rich .button,
  .rich .chip {
    min-inline-size: 0;
    white-space: normal;

    & .icon {
      inline-size: 18px;
      block-size: 18px;
    }
  }

  .rich small {
    display: block;
  }

  .rich .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .rich .chip {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-block-size: 36px;
    padding: 5px 14px;
    border: 1px solid var(--_accent-text);
    border-radius: 18px;
    background: transparent;
    color: var(--_accent-text);
    font-weight: 550;
    line-height: 1.3;
    text-align: start;

    &:hover {
      background: var(--_accent-soft);
    }

    &[aria-disabled='true'] {
      border-color: var(--_border);
      background: transparent;
      color: var(--_text-muted);
      cursor: default;
    }

    &.picked {
      border-color: var(--_accent-text);
      background: var(--_accent-soft);
      color: var(--_accent-text);
    }
  }

  .rich .button[aria-disabled='true'] {
    border-color: var(--_border);
    background: transparent;
    color: var(--_text-muted);
    opacity: 1;

    &.picked {
      border-color: var(--_accent-text);
      background: var(--_accent-soft);
      color: var(--_accent-text);
    }
  }

  .rich .options {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }

  .rich .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    min-block-size: 24px;
  }

  .rich .options .option {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: 10px;

    &:has(:checked) {
      border-color: var(--_accent-text);
      background: var(--_accent-soft);
    }
  }

  .rich .option input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .rich .option-text {
    flex: 1;
    min-inline-size: 0;
  }

  .rich .option .icon {
    display: inline-block;
    margin-inline-end: 4px;
    inline-size: 16px;
    block-size: 16px;
    vertical-align: -3px;
    color: var(--_accent-text);
  }

  .rich .option .picture,
  .rich .option .blank {
    inline-size: 48px;
    block-size: 48px;
    min-block-size: 0;
    border-radius: 8px;
    object-fit: cover;
  }

  .rich .option .blank span,
  .rich .option .blank bdi {
    display: none;
  }

  .rich .field {
    display: grid;
    gap: 4px;

    & > label,
    & > legend {
      font-weight: 550;
    }

    & > .option {
      font-weight: 400;
    }
  }

  .rich .needed {
    color: var(--_text-muted);
    font-size: var(--_font-small);
    font-weight: 400;
  }

  .rich .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 40px;
    box-sizing: border-box;
    padding: 8px 10px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--live-chat-radius-control, 10px);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    /* Smaller, and a phone zooms in. */
    font-size: max(16px, 1em);

    &[aria-invalid] {
      border-color: var(--_danger);
    }

    &:disabled {
      opacity: 0.6;
    }
  }

  .rich textarea.input {
    resize: vertical;
  }

  .rich .problem {
    color: var(--_danger);
    font-size: var(--_font-small);
    font-weight: 550;

    &:empty {
      display: none;
    }
  }

  .rich .facts {
    display: grid;
    gap: 6px;

    & div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }

    & dt {
      flex: 1 1 7em;
      color: var(--_text-muted);
    }

    & dd {
      flex: 2 1 9em;
      white-space: pre-wrap;
    }
  }

  .rich .clock {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    margin-block-start: 6px;
    padding: 2px 9px 2px 7px;
    border-radius: 12px;
    background: var(--_hover);
    color: var(--_text-muted);
    font-size: var(--_font-small);
    font-weight: 600;
    font-variant-numeric: tabular-nums;

    &.soon {
      color: var(--_danger);
    }

    & .icon {
      inline-size: 15px;
      block-size: 15px;
    }
  }

  .rich .media {
    display: grid;
    min-inline-size: 0;
  }

  .rich .box > .media:first-child {
    margin: calc(var(--_space) * -3.5) calc(var(--_space) * -3.5) 0;
  }

  .rich .picture {
    grid-area: auto;
    block-size: auto;
    inline-size: 100%;
    max-block-size: 15em;
    object-fit: cover;
    background: var(--_hover);
  }

  .rich .blank {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    inline-size: 100%;
    min-block-size: 7.5em;
    box-sizing: border-box;
    padding: calc(var(--_space) * 3);
    border: 0;
    background: var(--_hover);
    color: var(--_text-muted);
    font-size: var(--_font-small);
    text-align: center;

    & .icon {
      inline-size: 22px;
      block-size: 22px;
    }
  }

  .rich button.blank {
    color: var(--_accent-text);
    font-weight: 550;

    & bdi {
      color: var(--_text-muted);
      font-weight: 400;
    }
  }

  .rich .box.media {
    gap: 0;
    padding: 0;
  }

  .rich figcaption {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3.5);
    color: var(--_text-muted);
    font-size: var(--_font-small);
  }

  .rich .strip {
    inline-size: 100%;
    min-inline-size: 0;
  }

  .rich .rail {
    display: flex;
    gap: 8px;
    overflow: auto hidden;
    padding-block-end: 6px;
    scroll-snap-type: inline proximity;
    scrollbar-width: thin;
    border-radius: var(--_radius-bubble);

    & > div {
      display: grid;
      flex: 0 0 min(82%, 15em);
      position: relative;
      scroll-snap-align: start;
    }

    & .box {
      inline-size: 100%;
      grid-template-rows: auto 1fr auto;
    }

    & .picture {
      block-size: 8.5em;
    }
  }

  .rich .turns {
    display: flex;
    justify-content: end;
    gap: calc(var(--_space) * 2);
  }

  .rich .card-heading {
    font-size: 1.1em;
    font-weight: 650;
  }

  .rich .card-strong {
    font-weight: 600;
  }

  .rich .card-subtle {
    color: var(--_text-muted);
  }

  .rich .card-box {
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .rich .card-columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    gap: calc(var(--_space) * 3);
  }

  .rich .custom {
    inline-size: 100%;
  }

  .rich .markdown {
    display: grid;
    gap: 0.55em;
    white-space: normal;

    /* What is not read as Markdown keeps its lines. */
    & p {
      white-space: pre-line;
    }

    & ul,
    & ol {
      margin: 0;
      padding-inline-start: 1.4em;
    }

    & blockquote {
      padding-inline-start: 0.8em;
      border-inline-start: 3px solid var(--_border-strong);
      color: var(--_text-muted);
    }

    & pre {
      margin: 0;
      padding: 8px 10px;
      overflow: auto;
      border-radius: 8px;
      background: var(--_hover);
    }

    & code {
      font-family: ui-monospace, monospace;
      font-size: 0.92em;
    }

    & :not(pre) > code {
      padding: 1px 4px;
      border-radius: 4px;
      background: var(--_hover);
    }

    & hr {
      inline-size: 100%;
      margin: 0;
      border: 0;
      border-block-start: 1px solid var(--_border-strong);
    }

    & a {
      color: var(--_accent-text);
    }
  }

  @media (pointer: coarse) {
    .rich .chip,
    .rich .input,
    .rich .option {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .rich .button[aria-disabled='true']:not(.picked) {
      border-color: GrayText;
      color: GrayText;
    }

    .rich .chip {
      border-color: ButtonBorder;
      background: ButtonFace;
      color: ButtonText;

      &[aria-disabled='true'] {
        border-color: GrayText;
        color: GrayText;
      }
    }

    .rich .picked,
    .rich .options .option:has(:checked) {
      border: 2px solid Highlight;
    }

    .rich .box,
    .rich .blank {
      border: 1px solid CanvasText;
    }
  }
`;
