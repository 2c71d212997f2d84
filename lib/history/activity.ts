/** What a feed can be narrowed down to, with the kinds of things whose events it holds. */
export const ACTIVITY_KINDS = {
  articles: { label: "Articles", targetTypes: ["article"] },
  claims: { label: "Claims", targetTypes: ["claim"] },
  comments: { label: "Comments", targetTypes: ["comment"] },
  sources: { label: "Sources", targetTypes: ["source"] },
  settings: { label: "Settings", targetTypes: ["setting", "scale", "sign-in-policy"] },
  people: { label: "People", targetTypes: ["user", "invitation"] },
} as const;

export type ActivityKind = keyof typeof ACTIVITY_KINDS;
export const ACTIVITY_KIND_NAMES = Object.keys(ACTIVITY_KINDS) as ActivityKind[];

/** Something that was done, as the feed tells it. */
export interface Activity {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** Null when the system itself acted. */
  actor: { id: string; name: string } | null;
  /** "approved claim 3": what they did, in the past. */
  deed: string;
  article: { id: string; title: string } | null;
  /** Where it can be looked at; null where nothing is to be seen. */
  href: string | null;
}
