// The CDN builds leave out what Lit holds ready for others: hooks for polyfills and server rendering, decorators' metadata
// and initialisers, and the way of browsers without constructable style sheets, which are below our floor. Each piece must be
// found exactly once, so that an update of Lit can't bring it back, or change what is cut, unseen.
const CUTS = {
  '@lit/reactive-element/css-tag.js': [[/e=t\.ShadowRoot&&\([^;]*?"replace"in CSSStyleSheet\.prototype/, 'e=!0']],
  '@lit/reactive-element/reactive-element.js': [
    [/,(\w)=a\.reactiveElementPolyfillSupport(?=,)/, ''],
    [/,\w\?\.\(\{ReactiveElement:\w\}\),\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),a\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=new Map)/, ''],
    [/static addInitializer\(t\)\{.*?\}(?=static get observedAttributes)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
  ],
  'lit-html/lit-html.js': [
    [/,(\w)=t\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
  'lit-element/lit-element.js': [
    [
      /,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\)(?=;)/,
      '',
    ],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
  ],
};

export function slimLit() {
  const left = new Set(Object.keys(CUTS));
  return {
    name: 'slim-lit',
    buildStart() {
      for (const name of Object.keys(CUTS)) left.add(name);
    },
    transform(code, id) {
      const name = Object.keys(CUTS).find((end) => id.endsWith(`/node_modules/${end}`));
      if (name === undefined) return null;
      left.delete(name);
      for (const [piece, instead] of CUTS[name]) {
        const found = code.match(new RegExp(piece, 'g'))?.length ?? 0;
        if (found !== 1) this.error(`${name}: ${piece} is there ${found} times, not once`);
        code = code.replace(piece, instead);
      }
      return { code, map: { mappings: '' } };
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not in the bundle any more: ${[...left].join(', ')}`);
    },
  };
}
