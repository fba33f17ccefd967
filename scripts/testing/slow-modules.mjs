// SLOW_MODULES=150: each module reaches the page up to so many milliseconds late, in another order each time. A test that
// counts on a module that comes when it is wanted fails then, and not once in fifty runs on a busy machine.
export const slowModules = (most) => ({
  name: 'slow-modules',
  async serve(context) {
    if (/\.[jt]s$/.test(context.path)) await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
    return undefined;
  },
});
