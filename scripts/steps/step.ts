/** Runs one step, and prints its label before it and its duration after it. */
export async function step<T>(label: string, run: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  process.stdout.write(`• ${label}`);
  try {
    const result = await run();
    process.stdout.write(` — ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  }
}
