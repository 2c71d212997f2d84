import type { Claim } from "@/lib/claims/claim";
import type { LiveEvent } from "@/lib/live/live-event";

/** What changed on an article's page. `A` is the article as that page shows it. */
export interface ChangesView<A> {
  /** Those of the claims that there are. */
  claims: Claim[];
  /** Those that are not there any more; "others" where `claims` are all that there are. */
  gone: string[] | "others";
  /** What happened, where it was asked for by `since`. */
  events: LiveEvent[];
  /** All until this event is told with it. */
  seq: number | null;
  /** Names by id. */
  people: Record<string, string>;
  article: A;
  version: { id: string; number: number };
}

/** What is asked for: what was heard of, or all that happened after an event. */
export type WantedChanges =
  | { articleId: string; claimIds: string[]; actorIds: string[] }
  | { articleId: string; since: number };
