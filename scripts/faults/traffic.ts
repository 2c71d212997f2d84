import { Agent, request } from "node:http";

/** What a client saw of one request. */
export interface Seen {
  /** Milliseconds on the clock of performance.now(), when the answer was complete. */
  at: number;
  milliseconds: number;
  /** Null if the connection was refused or broke. */
  status: number | null;
  retryAfter: string | undefined;
}

export interface Traffic {
  seen: Seen[];
  stop(): Promise<void>;
}

/** Sends requests one after another from several clients, each on a connection that it keeps. */
export function makeTraffic(address: string, paths: readonly string[], clients: number): Traffic {
  const seen: Seen[] = [];
  let done = false;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const client = async (first: number) => {
    for (let turn = first; !done; turn++) {
      const one = await ask(`${address}${paths[turn % paths.length]}`, agent);
      seen.push(one);
      if (one.status === null) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Array.from({ length: clients }, (_, index) => client(index));
  return {
    seen,
    stop: async () => {
      done = true;
      await Promise.all(all);
      agent.destroy();
    },
  };
}

/** Sends a request and reads its answer. */
export function ask(url: string, agent?: Agent): Promise<Seen> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (status: number | null, retryAfter?: string) =>
      resolve({ at: performance.now(), milliseconds: performance.now() - began, status, retryAfter });
    const sent = request(url, { ...(agent && { agent }), timeout: 30_000 }, (response) => {
      response.resume();
      response.on("end", () => end(response.statusCode ?? null, response.headers["retry-after"]));
      response.on("error", () => end(null));
    });
    sent.on("error", () => end(null));
    sent.on("timeout", () => sent.destroy());
    sent.end();
  });
}
