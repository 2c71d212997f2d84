import { loadTask, type Tasks } from "./tasks";

/** The process that run-in-child-process.ts starts: it runs the one task that it receives, sends the result, and exits. */
process.once("message", async ({ name, input }: { name: keyof Tasks; input: never }) => {
  try {
    const task = await loadTask[name]();
    process.send?.({ value: await task(input) }, () => process.exit(0));
  } catch (cause) {
    process.send?.({ thrown: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }, () =>
      process.exit(1),
    );
  }
});
