// The CDN builds leave out what Lit holds ready for others: hooks for polyfills and server rendering, decorators' metadata
// and initialisers, checks of what a sheet is made of, and the way of browsers without constructable style sheets, which are below our floor.
import { cut } from './cut.mjs';

const CUTS = {
  '@lit/reactive-element/css-tag.js': {
    pieces: [
      [/e=t\.ShadowRoot&&\([^;]*?"replace"in CSSStyleSheet\.prototype/, 'e=!0'],
      // What a sheet is made of: here only of our own.
      [/if\((this\._\$cssResult\$=!0),o!==s\)throw Error\(".*?"\);/, '$1;'],
      [/\(t=>\{if\(!0===t\._\$cssResult\$\).*?\}\)\(s\)/, 's'],
    ],
  },
  '@lit/reactive-element/reactive-element.js': {
    pieces: [
      [/,\w=a\.reactiveElementPolyfillSupport(?=,)/, ''],
      [/,\w\?\.\(\{ReactiveElement:\w\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
      [/Symbol\.metadata\?\?=Symbol\("metadata"\),a\.litPropertyMetadata\?\?=new WeakMap;/, ''],
      [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=new Map)/, ''],
      [/static addInitializer\(t\)\{.*?\}(?=static get observedAttributes)/, ''],
      [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
      [/removeController\(t\)\{[^}]*\}/, ''],
      [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    ],
  },
  'lit-html/lit-html.js': {
    pieces: [[/,\w=t\.litHtmlPolyfillSupport;\w\?\.\(\w,\w\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '']],
  },
  'lit-element/lit-element.js': {
    pieces: [
      [
        /,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\)(?=;)/,
        '',
      ],
      [/i\._\$litElement\$=!0,/, ''],
      [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    ],
  },
};

export const slimLit = () => cut('slim-lit', CUTS);
