// Cuts pieces out of a package's module that our pages never run. Whatever is to be cut must be found exactly once, so that an
// update of the package can't bring it back, or change what is cut, unseen.

/** A plugin that replaces `pieces` (pattern and what stands instead) and drops `methods` (by name) in modules of node_modules. */
export function cut(name, cuts) {
  const left = new Set();
  return {
    name,
    buildStart() {
      for (const file of Object.keys(cuts)) left.add(file);
    },
    transform(code, id) {
      const file = Object.keys(cuts).find((end) => id.endsWith(`/node_modules/${end}`));
      if (file === undefined) return null;
      left.delete(file);
      const { pieces = [], methods = [] } = cuts[file];
      for (const [piece, instead] of pieces) {
        const found = code.match(new RegExp(piece, 'gs'))?.length ?? 0;
        if (found !== 1) this.error(`${file}: ${piece} is there ${found} times, not once`);
        code = code.replace(new RegExp(piece, 's'), instead);
      }
      return { code: methods.length > 0 ? dropMethods(this, file, code, methods) : code, map: { mappings: '' } };
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`not in the bundle any more: ${[...left].join(', ')}`);
    },
  };
}

/** The code without these methods of the classes that it exports. */
function dropMethods(context, file, code, names) {
  const members = context
    .parse(code)
    .body.map((node) => node.declaration ?? node)
    .filter((node) => node.type === 'ClassDeclaration')
    .flatMap((node) => node.body.body);
  const found = names.map((name) => {
    const member = members.find((other) => other.key?.name === name);
    return member ?? context.error(`${file}: there is no method ${name}`);
  });
  return found
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code);
}
