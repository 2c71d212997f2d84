/** The filters of the activity feed, with the target types they show. */
export const ACTIVITY_KINDS = {
  articles: { label: "Articles", targetTypes: ["article"] },
  claims: { label: "Claims", targetTypes: ["claim", "claimant"] },
  comments: { label: "Comments", targetTypes: ["comment"] },
  sources: { label: "Sources", targetTypes: ["source"] },
  settings: { label: "Settings", targetTypes: ["setting", "scale", "sign-in-policy"] },
  people: { label: "People", targetTypes: ["user", "invitation"] },
} as const;

export type ActivityKind = keyof typeof ACTIVITY_KINDS;
export const ACTIVITY_KIND_NAMES = Object.keys(ACTIVITY_KINDS) as ActivityKind[];

/** An entry of the activity feed. */
export interface Activity {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** Null when the system itself acted. */
  actor: { id: string; name: string } | null;
  /** What they did, in the past tense: "approved claim 3". */
  did: string;
  article: { id: string; title: string } | null;
  /** Where to see it; null if there is no page. */
  href: string | null;
}
