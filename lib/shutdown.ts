/**
 * What must end before the process can, in this order: event streams, which never end on their own; background jobs, which finish what they
 * are doing; then connections to the database.
 */
export const SHUTDOWN_STAGES = ["streams", "jobs", "connections"] as const;
export type ShutdownStage = (typeof SHUTDOWN_STAGES)[number];

type Registry = Record<ShutdownStage, Set<() => unknown>>;

// On globalThis, because the HTTP front, and each kind of route that Next bundles, has its own instance of this module.
const globals = globalThis as typeof globalThis & { obelusShutdown?: Registry };

function registry(): Registry {
  globals.obelusShutdown ??= { streams: new Set(), jobs: new Set(), connections: new Set() };
  return globals.obelusShutdown;
}

/** Registers what a stage of the shutdown must end. @returns a function that removes it */
export function onShutdown(stage: ShutdownStage, end: () => unknown): () => void {
  registry()[stage].add(end);
  return () => registry()[stage].delete(end);
}

/** Ends everything of a stage. A failure of one does not keep the others from ending; the failures are returned. */
export async function shutDown(stage: ShutdownStage): Promise<unknown[]> {
  const ends = [...registry()[stage]];
  registry()[stage].clear();
  const results = await Promise.allSettled(ends.map(async (end) => end()));
  return results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
}
