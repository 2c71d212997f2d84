import { onShutdown } from "@/lib/shutdown";

/** The most open streams per person and instance. A browser needs one. */
const MAX_STREAMS_PER_PERSON = 20;

const registry = globalThis as typeof globalThis & { obelusStreams?: Map<() => void, string> };

function streams(): Map<() => void, string> {
  if (!registry.obelusStreams) {
    const open = new Map<() => void, string>();
    registry.obelusStreams = open;
    // Shutdown waits for open responses, and a stream never ends on its own.
    onShutdown("streams", () => {
      for (const end of open.keys()) end();
    });
  }
  return registry.obelusStreams;
}

/** Whether a person has reached the limit of open streams. */
export function hasAllStreams(personId: string): boolean {
  return [...streams().values()].filter((id) => id === personId).length >= MAX_STREAMS_PER_PERSON;
}

/** Registers a stream, so that shutdown ends it. @returns removes it from the registry */
export function registerStream(personId: string, end: () => void): () => void {
  streams().set(end, personId);
  return () => streams().delete(end);
}
