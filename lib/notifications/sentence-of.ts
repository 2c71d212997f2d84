import type { Kind, Notification } from "./notification";

type Told = Pick<Notification, "kind" | "actor" | "claim">;

const sentences: Record<Kind, (told: Told) => string> = {
  mention: (told) => `${told.actor.name} mentioned you in a comment${on(told)}`,
  reply: (told) => `${told.actor.name} wrote in a thread that you are in${on(told)}`,
  "claim-comment": (told) => `${told.actor.name} commented on your claim ${numberOf(told)}`,
  "claim-returned": (told) => `${told.actor.name} returned your claim ${numberOf(told)}`,
  "claim-approved": (told) => `${told.actor.name} approved your claim ${numberOf(told)}`,
  "claim-reopened": (told) => `${told.actor.name} reopened your claim ${numberOf(told)}`,
  "claim-split": (told) => `${told.actor.name} split your claim ${numberOf(told)}`,
  "lead-assigned": (told) => `${told.actor.name} gave you the lead of this article`,
  "claims-assigned": (told) =>
    `${told.actor.name} assigned ${told.claim ? `claim ${told.claim.number}` : "several claims"} to you`,
};

/** What a notification says, in one sentence without its full stop. */
export function sentenceOf(told: Told): string {
  return sentences[told.kind](told);
}

const on = ({ claim }: Told) => (claim ? ` on claim ${claim.number}` : "");
const numberOf = ({ claim }: Told) => claim?.number ?? "";
