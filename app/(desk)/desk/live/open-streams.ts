/** At most so many streams of one person at a time in an instance: a browser needs one. */
const AT_MOST = 20;

const kept = globalThis as typeof globalThis & { obelusStreams?: Map<() => void, string> };

function streams(): Map<() => void, string> {
  if (!kept.obelusStreams) {
    kept.obelusStreams = new Map();
    // A server that stops answers what is under way first; a stream would never be done.
    for (const signal of ["SIGTERM", "SIGINT"])
      process.once(signal, () => {
        for (const end of kept.obelusStreams?.keys() ?? []) end();
      });
  }
  return kept.obelusStreams;
}

/** Whether a person has as many streams as they may. */
export function hasAllStreams(personId: string): boolean {
  return [...streams().values()].filter((id) => id === personId).length >= AT_MOST;
}

/** Notes a stream, which is ended when the server stops. @returns forgets it */
export function noteStream(personId: string, end: () => void): () => void {
  streams().set(end, personId);
  return () => streams().delete(end);
}
