import { css } from 'lit';
import { rowStyles } from './transcript/row.styles.js';

const message = css`
  :host {
    display: block;
  }

  .row,
  .row.first {
    padding: 0;
    list-style: none;
  }
`;

export const messageStyles = [rowStyles, message];
