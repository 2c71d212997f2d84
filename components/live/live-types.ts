import type { Claim } from "@/lib/claims/claim";
import type { LiveEvent } from "@/lib/live/live-event";

/** What changed in an article. `A` is the article as its page shows it. */
export interface ChangesView<A> {
  /** The requested claims that exist. */
  claims: Claim[];
  /** The requested claims that no longer exist; "others" if `claims` is the complete list. */
  gone: string[] | "others";
  /** Events after `since`, if that was requested. */
  events: LiveEvent[];
  /** The last event that this answer covers. */
  seq: number | null;
  /** Names by id. */
  people: Record<string, string>;
  article: A;
  version: { id: string; number: number };
}

/** What to fetch: the claims and people named in events, or everything after an event. */
export type WantedChanges =
  | { articleId: string; claimIds: string[]; actorIds: string[] }
  | { articleId: string; since: number };
