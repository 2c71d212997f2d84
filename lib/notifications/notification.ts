/** What somebody can be told of. A new kind needs a row here, a sentence in sentence-of.ts, and somebody who notifies. */
export const NOTIFICATION_KINDS = {
  mention: { label: "Somebody mentions me in a comment", usual: "mail" },
  reply: { label: "Somebody writes in a thread that I wrote in", usual: "digest" },
  "claim-comment": { label: "Somebody comments on a claim of mine", usual: "digest" },
  "claim-returned": { label: "A claim of mine is returned", usual: "mail" },
  "claim-approved": { label: "A claim of mine is approved", usual: "digest" },
  "claim-reopened": { label: "A claim of mine is reopened", usual: "digest" },
  "claim-split": { label: "A claim of mine is cut in two", usual: "digest" },
  "claim-disputed": { label: "The votes on a claim of mine differ", usual: "digest" },
  "lead-assigned": { label: "An article is given to me to lead", usual: "mail" },
  "claims-assigned": { label: "Claims are given to me to work on", usual: "digest" },
  "publish-failed": {
    label: "An article that I planned or lead is not published at its time",
    usual: "mail",
  },
} as const satisfies Record<string, { label: string; usual: Delivery }>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const NOTIFICATION_KIND_NAMES = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

/** How somebody is told: in the desk only, by a mail at once as well, by the daily mail as well, or not at all. */
export const DELIVERIES = ["desk", "mail", "digest", "off"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const deliveryLabels: Record<Delivery, string> = {
  desk: "In the desk",
  mail: "In the desk and by mail at once",
  digest: "In the desk and in the daily mail",
  off: "Not at all",
};

/** What somebody chose. */
export interface Preference {
  /** Whether any mail is sent. */
  mail: boolean;
  /** For kinds that are not in it, what is usual. */
  deliveries: Partial<Record<NotificationKind, Delivery>>;
  /** Whether the daily mail counts the claims that wait for one's review. */
  countsReview: boolean;
}

export const USUAL_PREFERENCE: Preference = { mail: true, deliveries: {}, countsReview: true };

/** How somebody is told of a kind. */
export function deliveryOf(preference: Preference, kind: NotificationKind): Delivery {
  const chosen = preference.deliveries[kind] ?? NOTIFICATION_KINDS[kind].usual;
  return preference.mail || chosen === "off" ? chosen : "desk";
}

/** Something that somebody is told. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  /** Who did it; null where nobody did, as what was planned came to its time. */
  actor: { id: string; name: string } | null;
  article: { id: string; title: string };
  claim: { id: string; number: number; statement: string } | null;
  /** The comment that it is about, with its beginning as one reads it; null once it is deleted. */
  comment: { id: string; excerpt: string | null } | null;
  /** ISO 8601 instants. */
  at: string;
  readAt: string | null;
}

/** Where a notification leads to. */
export function hrefOf({
  article,
  claim,
  comment,
}: Pick<Notification, "article" | "claim" | "comment">): string {
  const query = comment ? `?comment=${comment.id}` : claim ? `?claim=${claim.id}` : "";
  return `/desk/articles/${article.id}${query}`;
}
