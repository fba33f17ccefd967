/** How long something that comes by itself may take on a machine with two busy cores. */
export const PATIENCE = 45_000;

/** Waits until something holds; `what` says what was waited for when it never does. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, patience = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
