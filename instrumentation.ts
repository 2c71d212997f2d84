/**
 * Runs once when a server starts. A server that `npm start` began ends with the process that began it, so that nothing is left
 * over when that one is killed.
 */
export function register(): void {
  const parent = Number(process.env.OBELUS_PARENT_PID);
  if (process.env.NEXT_RUNTIME !== "nodejs" || !parent) return;
  const watch = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0); // It is gone; there is nobody left to tell.
    }
  }, 1000);
  watch.unref();
}
