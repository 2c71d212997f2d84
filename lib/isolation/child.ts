import { loadTask, type Tasks } from "./tasks";

/**
 * The process that run-in-child-process.ts starts: it runs the one task that it receives, sends what the task says about its progress, then
 * the result, and exits. It also ends with the process that started it.
 */
process.once("message", async ({ name, input }: { name: keyof Tasks; input: never }) => {
  try {
    const task = await loadTask[name]();
    const value = await task(input, (progress: unknown) => process.send?.({ progress }));
    process.send?.({ value }, () => process.exit(0));
  } catch (cause) {
    process.send?.({ thrown: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }, () =>
      process.exit(1),
    );
  }
});
process.once("disconnect", () => process.exit(1));
