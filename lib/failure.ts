/**
 * Why an operation was refused. `message` is for the person who asked and says what they can do; `cause` is for the log
 * and never leaves the server.
 */
export type Failure =
  | { kind: "unauthenticated"; message: string }
  | { kind: "forbidden"; message: string }
  | { kind: "not-found"; message: string }
  | {
      kind: "invalid";
      message: string /** Messages by field path, "evidence.0.url". */;
      fields?: Record<string, string[]>;
    }
  /** The edit was made on an older state; `current` is the state as it stands now, to be compared and chosen from. */
  | { kind: "stale"; message: string; current: unknown }
  | { kind: "rate-limited"; message: string /** Seconds until another try is allowed. */; retryAfter: number }
  | { kind: "unavailable"; message: string; cause?: unknown };
