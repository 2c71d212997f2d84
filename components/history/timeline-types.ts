import type { Difference } from "@/lib/history/describe-event";

/** An event of a timeline, described for people; see lib/workflows/history/list-history.ts. */
export interface TimelineEvent {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  who: string;
  did: string;
  differences: Difference[];
  restores: "claim" | "details" | "source" | "setting" | null;
  fresh: boolean;
  claimId: string | null;
  versions: { from: number; to: number } | null;
}

/** Restores a state. It returns why it failed, or redirects to another page. */
export type RestoreAction = (before: string | null, form: FormData) => Promise<string | null>;
