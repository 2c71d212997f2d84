import { formatClaimNumbers } from "@/lib/claims/claim-numbers";

/** The kinds of notifications. A new kind also needs a sentence in sentence-of.ts and a workflow that sends it. */
export const NOTIFICATION_KINDS = {
  mention: { label: "I was mentioned in a comment", defaultDelivery: "mail" },
  reply: { label: "Someone replied in a thread I wrote in", defaultDelivery: "digest" },
  "claim-comment": { label: "Someone commented on one of my claims", defaultDelivery: "digest" },
  "claim-returned": { label: "One of my claims was returned", defaultDelivery: "mail" },
  "claim-approved": { label: "One of my claims was approved", defaultDelivery: "digest" },
  "claim-reopened": { label: "One of my claims was reopened", defaultDelivery: "digest" },
  "claim-split": { label: "One of my claims was split", defaultDelivery: "digest" },
  "claim-disputed": { label: "One of my claims is disputed", defaultDelivery: "digest" },
  "author-answered": { label: "The author answered one of my queries", defaultDelivery: "mail" },
  "lead-assigned": { label: "I was made the lead of an article", defaultDelivery: "mail" },
  "claims-assigned": { label: "Claims were assigned to me", defaultDelivery: "digest" },
  "claims-submitted": {
    label: "Claims were submitted in an article that I lead, or that are assigned to me",
    defaultDelivery: "desk",
  },
  "comments-imported": {
    label: "Comments were imported into an article that I lead or work on",
    defaultDelivery: "digest",
  },
  "publish-failed": {
    label: "An article I scheduled or published could not be published",
    defaultDelivery: "mail",
  },
  "review-due": { label: "A review date has come", defaultDelivery: "digest" },
  "page-changed": { label: "The page of a source I rely on changed", defaultDelivery: "digest" },
  "family-changed": { label: "The same claim changed in another article", defaultDelivery: "digest" },
  "message-received": { label: "A reader sent a message", defaultDelivery: "digest" },
  "webhook-disabled": { label: "A webhook was disabled (administrators)", defaultDelivery: "desk" },
  "work-idle": { label: "Work of mine has had no change for days", defaultDelivery: "digest" },
} as const satisfies Record<string, { label: string; defaultDelivery: Delivery }>;

/** Kinds that are never sent at once: a person gets at most one email a day about them. */
export const DAILY_KINDS = [
  "review-due",
  "page-changed",
  "family-changed",
  "work-idle",
] as const satisfies NotificationKind[];
export type DailyKind = (typeof DAILY_KINDS)[number];

/** The deliveries that a person can choose for a kind. Administrators get a mail about each disabled webhook anyway. */
export function deliveriesOf(kind: NotificationKind): readonly Delivery[] {
  if (kind === "webhook-disabled") return ["desk", "off"];
  return isDaily(kind) ? DELIVERIES.filter((delivery) => delivery !== "mail") : DELIVERIES;
}

const isDaily = (kind: NotificationKind) => (DAILY_KINDS as readonly NotificationKind[]).includes(kind);

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const NOTIFICATION_KIND_NAMES = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

/** Kinds about claims: what one person does to several claims of an article within minutes is one notification. */
const GROUPED_KINDS: ReadonlySet<NotificationKind> = new Set([
  "claim-returned",
  "claim-approved",
  "claim-reopened",
  "claim-split",
  "claim-disputed",
  "claims-assigned",
  "claims-submitted",
  "review-due",
  "page-changed",
  "family-changed",
  "work-idle",
]);

/** Whether several claims share one notification of this kind. */
export function isGrouped(kind: NotificationKind): boolean {
  return GROUPED_KINDS.has(kind);
}

/** How a notification is delivered: in the desk only, in the desk and by email at once, in the desk and in the daily email, or not at all. */
export const DELIVERIES = ["desk", "mail", "digest", "off"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const deliveryLabels: Record<Delivery, string> = {
  desk: "On the desk",
  mail: "On the desk and by email immediately",
  digest: "On the desk and in the daily email",
  off: "Not at all",
};

/** A person's notification settings. */
export interface Preference {
  /** Whether any email is sent. */
  mail: boolean;
  /** Kinds that are missing use their default. */
  deliveries: Partial<Record<NotificationKind, Delivery>>;
  /** Whether the daily email counts the claims awaiting the person's review. */
  countsReview: boolean;
}

export const DEFAULT_PREFERENCE: Preference = { mail: true, deliveries: {}, countsReview: true };

/** How a kind of notification is delivered. */
export function deliveryOf(preference: Preference, kind: NotificationKind): Delivery {
  const chosen = preference.deliveries[kind] ?? NOTIFICATION_KINDS[kind].defaultDelivery;
  if ((!preference.mail || kind === "webhook-disabled") && chosen !== "off") return "desk";
  return chosen === "mail" && isDaily(kind) ? "digest" : chosen;
}

/** Claims that a notification names; of more, it has the count. */
export const LISTED_CLAIMS = 200;

/** A notification for one person. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  /** Who caused it; null for a scheduled publication. */
  actor: { id: string; name: string } | null;
  /** Null for webhooks, and for messages of readers about no article. */
  article: { id: string; title: string } | null;
  /** The claim it is about; null if there are none or several. */
  claim: { id: string; number: number; statement: string } | null;
  /** All claims it is about, by number; of more than `LISTED_CLAIMS`, the first. `note` was written with the step. */
  claims: { id: string; number: number; statement: string; note: string | null }[];
  /** How many claims it is about; 0 if it is about none, or if an earlier release did not record them. */
  claimCount: number;
  /** The comment it is about; `excerpt` is null if it was deleted. */
  comment: { id: string; excerpt: string | null } | null;
  /** ISO 8601 instants. */
  at: string;
  readAt: string | null;
}

/** The desk page a notification links to: a comment, a claim, the list of several claims, the messages of readers, or the webhooks. */
export function hrefOf({
  kind,
  article,
  claim,
  claims,
  comment,
}: Pick<Notification, "kind" | "article" | "claim" | "claims" | "comment">): string {
  if (kind === "webhook-disabled") return "/desk/settings/webhooks";
  if (article === null || kind === "message-received")
    return article === null ? "/desk/inbox" : `/desk/inbox?article=${article.id}`;
  const query = comment
    ? `?comment=${comment.id}`
    : claim
      ? `?claim=${claim.id}`
      : claims.length > 0
        ? `?claims=${formatClaimNumbers(claims)}`
        : "";
  return `/desk/articles/${article.id}${query}`;
}
