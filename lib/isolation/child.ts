import { loadTask, type Tasks } from "./tasks";

/** The process that run-apart.ts starts: it does the one task that it is sent, answers, and ends. */
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
