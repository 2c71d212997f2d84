/** `cause` is the error behind a failure, for the log only: see `toClient` in lib/to-client.ts. */
interface Caused {
  cause?: unknown;
}

/**
 * Why an operation failed, in two messages: `message` tells the person what they can do; `cause` is for the log and never leaves the
 * server.
 */
export type Failure = Caused &
  (
    | { kind: "unauthenticated"; message: string }
    | { kind: "forbidden"; message: string }
    | { kind: "not-found"; message: string }
    | {
        kind: "invalid";
        message: string /** Messages by field path, "evidence.0.url". */;
        fields?: Record<string, string[]>;
      }
    /** The edit was made on an older state; `current` is the present state, to compare with. */
    | { kind: "stale"; message: string; current: unknown }
    | {
        kind: "rate-limited";
        message: string /** Seconds until another attempt is allowed. */;
        retryAfter: number;
      }
    | { kind: "unavailable"; message: string }
  );
