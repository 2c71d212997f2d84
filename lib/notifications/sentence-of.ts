import type { Notification, NotificationKind } from "./notification";

type Told = Pick<Notification, "kind" | "actor" | "claim">;

const sentences: Record<NotificationKind, (told: Told) => string> = {
  mention: (told) => `${who(told)} mentioned you in a comment${on(told)}`,
  reply: (told) => `${who(told)} wrote in a thread that you are in${on(told)}`,
  "claim-comment": (told) => `${who(told)} commented on your claim ${numberOf(told)}`,
  "claim-returned": (told) => `${who(told)} returned your claim ${numberOf(told)}`,
  "claim-approved": (told) => `${who(told)} approved your claim ${numberOf(told)}`,
  "claim-reopened": (told) => `${who(told)} reopened your claim ${numberOf(told)}`,
  "claim-split": (told) => `${who(told)} cut your claim ${numberOf(told)} in two`,
  "claim-disputed": (told) => `The votes on your claim ${numberOf(told)} differ`,
  "lead-assigned": (told) => `${who(told)} gave you the lead of this article`,
  "claims-assigned": (told) =>
    `${who(told)} assigned ${told.claim ? `claim ${told.claim.number}` : "several claims"} to you`,
  "publish-failed": () => "An article was not published at its time",
};

/** What a notification says, in one sentence without its full stop. */
export function sentenceOf(told: Told): string {
  return sentences[told.kind](told);
}

/** Somebody did each of these; what nobody did has a sentence without a name. */
const who = ({ actor }: Told) => actor?.name ?? "Somebody";
const on = ({ claim }: Told) => (claim ? ` on claim ${claim.number}` : "");
const numberOf = ({ claim }: Told) => claim?.number ?? "";
