// Web Test Runner sends what a failed assertion compared by structured clone. What can't be cloned (an element) threw in
// its page: the file "did not finish", two minutes later, and nobody learned which test had failed.
const script = `
const clone = structuredClone;
const plain = (value) => value === null || typeof value !== 'object' || [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
window.structuredClone = (value, options) => {
  if (value?.type !== 'wtr-session-finished') return clone(value, options);
  return JSON.parse(JSON.stringify(value, (_, item) => (plain(item) ? item : String(item.outerHTML ?? item))));
};`;

/** The page that each test file is run in. */
export const testPage = (framework) =>
  `<!doctype html><html><body><script>${script}</script><script type="module" src="${framework}"></script></body></html>`;
