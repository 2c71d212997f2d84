import type { Notification, NotificationKind } from "./notification";

type Subject = Pick<Notification, "kind" | "actor" | "claim">;

const sentences: Record<NotificationKind, (notification: Subject) => string> = {
  mention: (notification) => `${who(notification)} mentioned you in a comment${on(notification)}`,
  reply: (notification) => `${who(notification)} replied in a thread you wrote in${on(notification)}`,
  "claim-comment": (notification) => `${who(notification)} commented on your claim ${numberOf(notification)}`,
  "claim-returned": (notification) => `${who(notification)} returned your claim ${numberOf(notification)}`,
  "claim-approved": (notification) => `${who(notification)} approved your claim ${numberOf(notification)}`,
  "claim-reopened": (notification) => `${who(notification)} reopened your claim ${numberOf(notification)}`,
  "claim-split": (notification) => `${who(notification)} split your claim ${numberOf(notification)}`,
  "claim-disputed": (notification) => `The votes on your claim ${numberOf(notification)} differ`,
  "author-answered": (notification) => `The author answered your query on claim ${numberOf(notification)}`,
  "lead-assigned": (notification) => `${who(notification)} made you the lead of this article`,
  "claims-assigned": (notification) =>
    `${who(notification)} assigned ${notification.claim ? `claim ${notification.claim.number}` : "several claims"} to you`,
  "publish-failed": () => "The article could not be published",
  "review-due": (notification) => `The review of ${subjectOf(notification)} is due`,
  "page-changed": (notification) => `A page that ${subjectOf(notification)} relies on has changed`,
  "family-changed": (notification) =>
    `${who(notification)} changed the same claim as ${subjectOf(notification)} in another article`,
  "work-idle": (notification) => `${capital(subjectOf(notification))} has had no change for days`,
};

/** The text of a notification: one sentence without a full stop. */
export function sentenceOf(notification: Subject): string {
  return sentences[notification.kind](notification);
}

const who = ({ actor }: Subject) => actor?.name ?? "Someone";
const on = ({ claim }: Subject) => (claim ? ` on claim ${claim.number}` : "");
const subjectOf = ({ claim }: Subject) => (claim ? `claim ${claim.number}` : "this article");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const numberOf = ({ claim }: Subject) => claim?.number ?? "";
