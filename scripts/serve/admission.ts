/** What a request is for. Documents that the public reads go before everything that signed-in people and programs ask for. */
export type Priority = "public" | "desk";

export interface AdmissionOptions {
  /** Requests that are worked on at the same time. */
  concurrency: number;
  /** Milliseconds after which a request that would wait longer is refused. */
  maxWait: number;
  /** Requests a second that can be completed, until it has been measured. */
  initialRate: number;
  /** Milliseconds after which a request that is still running no longer counts: it waits for something, such as another server. */
  maxTurn: number;
  now: () => number;
  /** Runs something later, as setTimeout does; returns what cancels it. */
  later: (run: () => void, milliseconds: number) => () => void;
}

export interface Admission {
  /**
   * Asks for a turn. `admit` is called when it comes; `refuse` is called instead if the request would wait too long.
   * @returns a function for when the request is answered or its client has left: it gives back the turn or the position in the queue
   */
  enter(priority: Priority, admit: () => void, refuse: () => void): () => void;
}

/** How long completed requests are counted for one measurement of the rate, in milliseconds. */
const RATE_WINDOW_MS = 2_000;
/** How much the previous measurement counts, in seconds of work. */
const FORMER_RATE_WEIGHT_S = 0.5;

interface Waiting {
  admit: () => void;
  refuse: () => void;
  since: number;
  /** What gives back its turn, once it has one. */
  leave?: () => void;
}

/**
 * Limits how many requests are worked on at once, and refuses what could not be answered in time: a request is refused when those before it
 * would take longer than `maxWait` at the rate at which requests are completed when all turns are taken. Under a load that the server can carry nobody
 * waits, and nothing is refused.
 */
export function makeAdmission(options: AdmissionOptions): Admission {
  const { concurrency, maxWait, maxTurn, now, later } = options;
  const waiting: Record<Priority, Waiting[]> = { public: [], desk: [] };
  let active = 0;
  let formerRate = options.initialRate;
  /** Since when all turns are taken, and how many requests were completed since. */
  let full: { since: number; completed: number } | null = null;

  const rate = (): number => {
    if (!full) return formerRate;
    const seconds = (now() - full.since) / 1000;
    return (formerRate * FORMER_RATE_WEIGHT_S + full.completed) / (FORMER_RATE_WEIGHT_S + seconds);
  };
  const countCompleted = () => {
    if (!full) return;
    full.completed += 1;
    if (now() - full.since < RATE_WINDOW_MS) return;
    formerRate = rate();
    full = { since: now(), completed: 0 };
  };
  const noteFull = () => {
    if (active === concurrency) full ??= { since: now(), completed: 0 };
    else if (full) {
      formerRate = rate();
      full = null;
    }
  };
  const isHopeless = (priority: Priority) => {
    const ahead = waiting.public.length + (priority === "desk" ? waiting.desk.length : 0);
    return ((ahead + 1) * 1000) / rate() > maxWait;
  };
  const start = (admit: Waiting["admit"]) => {
    active += 1;
    noteFull();
    let held = true;
    const free = () => {
      if (!held) return;
      held = false;
      active -= 1;
      next();
      noteFull();
    };
    const cancel = later(free, maxTurn);
    const done = () => {
      cancel();
      if (held) countCompleted();
      free();
    };
    admit();
    return done;
  };
  const next = () => {
    while (active < concurrency) {
      const turn = waiting.public.shift() ?? waiting.desk.shift();
      if (!turn) return;
      // The rate fell while it waited.
      if (now() - turn.since > maxWait) turn.refuse();
      else turn.leave = start(turn.admit);
    }
  };

  return {
    enter(priority, admit, refuse) {
      if (active < concurrency) {
        const done = start(admit);
        return done;
      }
      if (isHopeless(priority)) {
        refuse();
        return () => undefined;
      }
      const entry: Waiting = { since: now(), admit, refuse };
      const queue = waiting[priority];
      queue.push(entry);
      return () => {
        if (entry.leave) return entry.leave();
        const at = queue.indexOf(entry);
        if (at !== -1) queue.splice(at, 1);
      };
    },
  };
}
