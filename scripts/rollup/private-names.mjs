// Gives the private names of each class the same few short ones. terser renames them, too, but as if all classes shared one
// scope, so that most get two letters and nothing repeats. A private name is seen inside its class only, so this is safe.
import { walk } from 'estree-walker';
import MagicString from 'magic-string';

/** a, b, … z, a1, b1, … */
const nameOf = (i) => String.fromCharCode(97 + (i % 26)) + (Math.floor(i / 26) || '');

export const privateNames = () => ({
  name: 'private-names',
  renderChunk(code) {
    const out = new MagicString(code);
    const open = [];
    walk(this.parse(code), {
      enter(node) {
        if (node.type === 'ClassBody') {
          // An inner class may mean a name of the outer one.
          if (open.length > 0) throw new Error('private-names: a class within a class');
          open.push(new Map());
        } else if (node.type === 'PrivateIdentifier') {
          const places = open[0].get(node.name) ?? [];
          open[0].set(node.name, places);
          places.push(node);
        }
      },
      leave({ type }) {
        if (type !== 'ClassBody') return;
        [...open.pop().values()]
          .sort((a, b) => b.length - a.length)
          .forEach((places, i) => places.forEach(({ start, end }) => out.overwrite(start, end, `#${nameOf(i)}`)));
      },
    });
    return { code: out.toString(), map: out.generateMap({ hires: true }) };
  },
});
