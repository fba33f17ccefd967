import { css } from 'lit';

/** One grid: bar and banner on top, then as many columns as fit. */
export const workspaceStyles = css`
  :host {
    display: block;
  }

  .desk {
    position: relative;
    display: grid;
    grid-template-areas:
      'bar bar bar'
      'banner banner banner'
      'list main side';
    grid-template-rows: auto auto minmax(0, 1fr);
    grid-template-columns: 19.5rem minmax(0, 1fr) auto;
    block-size: 100dvh;
    min-block-size: 0;
    overflow: hidden;
    background: var(--canvas);
  }

  .bar {
    grid-area: bar;
  }

  .banner {
    grid-area: banner;
  }

  .list {
    grid-area: list;
    min-block-size: 0;
  }

  .main {
    grid-area: main;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .side {
    grid-area: side;
    inline-size: 18.5rem;
    min-block-size: 0;
  }

  /* Two columns: the details lie over the conversation while they are wanted. */
  [data-width='medium'] .side {
    grid-area: main;
    justify-self: end;
    z-index: 2;
    inline-size: min(20rem, 100%);
    box-shadow: var(--shadow);
  }

  .desk[data-width='medium'] {
    grid-template-columns: 17.5rem minmax(0, 1fr) 0;
  }

  .desk[data-width='narrow'] {
    grid-template-areas: 'bar' 'banner' 'main';
    grid-template-columns: minmax(0, 1fr);
  }

  [data-width='narrow'] :is(.list, .side) {
    grid-area: main;
    inline-size: auto;
  }

  [data-pane='list'] :is(.main, .side),
  [data-pane='conversation'] :is(.list, .side),
  [data-pane='details'] :is(.list, .main) {
    display: none !important;
  }

  /* Over the list, where they hide neither what one reads nor what one writes. */
  .notices {
    position: fixed;
    inset-block-end: 0.75rem;
    inset-inline-start: 0.75rem;
    z-index: 3;
    inline-size: 18rem;
  }

  [data-width='medium'] .notices {
    inline-size: 16rem;
  }

  [data-width='narrow'] .notices {
    inset-block: 3.75rem auto;
    inline-size: calc(100% - 1.5rem);
  }

  /* A large zoom leaves a few lines of height: then the page scrolls instead of its parts. */
  @media (height < 30rem) {
    .desk {
      block-size: auto;
      min-block-size: 100dvh;
      overflow: visible;
    }
  }
`;
