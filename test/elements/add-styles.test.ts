import { expect, fixture, html } from '@open-wc/testing';
import { css, type LitElement } from 'lit';
import '../../src/define/chat-transcript.js';
import { addStyles } from '../../src/elements/add-styles.js';

describe('addStyles', () => {
  it('keeps what the element and other parts have brought', async () => {
    const host: LitElement = await fixture(html`<chat-transcript></chat-transcript>`);
    const before = [...host.shadowRoot!.adoptedStyleSheets];
    const [files, rich] = [
      css`
        i {
          color: red;
        }
      `,
      css`
        b {
          color: blue;
        }
      `,
    ];
    addStyles(host, files);
    addStyles(host, rich);
    expect(host.shadowRoot!.adoptedStyleSheets).to.deep.equal([...before, files.styleSheet, rich.styleSheet]);
  });
});
