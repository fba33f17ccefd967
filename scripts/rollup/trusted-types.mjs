// Gives the Lit that is inside our bundles a Trusted Types policy of its own name. A strict page allows a policy name
// once: with Lit's own name, a page that has a second Lit would see one of the two modules fail to load.
const LIT = /\bcreatePolicy\((["'])lit-html\1/g;

const POLICY = 'live-chat-elements';

/** The code with every policy renamed, and how many there were. */
export function renamePolicy(code) {
  const count = code.match(LIT)?.length ?? 0;
  return { count, code: count ? code.replace(LIT, `createPolicy("${POLICY}"`) : code };
}

/** Throws unless one policy, and one only, was renamed: none means Lit has changed, two mean two copies of Lit. */
function demandOne(count, where) {
  if (count !== 1)
    throw new Error(`${where}: expected Lit's Trusted Types policy exactly once, found it ${count} times`);
}

export function trustedTypesPolicy(where) {
  let count;
  return {
    name: 'trusted-types-policy',
    buildStart() {
      count = 0;
    },
    transform(source, id) {
      if (!id.includes('lit-html')) return null;
      const renamed = renamePolicy(source);
      count += renamed.count;
      // The name only gets longer within one line, which Lit's own maps survive well enough.
      return renamed.count ? { code: renamed.code, map: null } : null;
    },
    buildEnd(error) {
      if (!error) demandOne(count, where);
    },
  };
}
