/** Class name → tag name, from the `define('chat-x', ChatX)` of src/define, a call the analyzer does not know. */
const registrations = () => {
  const tags = new Map();
  return {
    name: 'registrations',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (!tag || !element || !ts.isStringLiteral(tag)) return;
      tags.set(element.getText(), { tag: tag.text, module: moduleDoc.path });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { path, declarations } of [...modules]) {
        for (const declaration of declarations) {
          const registration = tags.get(declaration.name);
          if (declaration.kind !== 'class' || !registration) continue;
          Object.assign(declaration, { tagName: registration.tag, customElement: true });
          modules
            .find((module) => module.path === registration.module)
            .exports.push({
              kind: 'custom-element-definition',
              name: registration.tag,
              declaration: { name: declaration.name, module: path },
            });
        }
      }
    },
  };
};

/** A consumer has dist/, not src/. */
const publishedPaths = () => ({
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const publish = (value) => value.replace(/^\/?src\/(.*)\.[tj]s$/, 'dist/$1.js');
    const visit = (node) => {
      if (Array.isArray(node)) return node.forEach(visit);
      if (typeof node !== 'object' || node === null) return;
      for (const key of ['path', 'module']) if (typeof node[key] === 'string') node[key] = publish(node[key]);
      Object.values(node).forEach(visit);
    };
    visit(customElementsManifest.modules);
  },
});

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [registrations(), publishedPaths()],
};
