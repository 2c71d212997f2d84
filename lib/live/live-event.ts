import { z } from "zod";

const schema = z.object({
  /** Id of the audit event that it tells of. Ids are given in the order of writing, not of committing. */
  seq: z.int(),
  articleId: z.string().nullable(),
  targetType: z.string(),
  targetId: z.string(),
  /** The other claim of a split or a merge. */
  otherId: z.string().nullable().default(null),
  /** "claim.approve", or "claim.change" for what is not told in detail. */
  action: z.string(),
  /** Null when the system itself acted, or where it is not told who. */
  actorId: z.string().nullable(),
});

/** That something changed. It holds ids only: whoever hears of it fetches what they may see. */
export type LiveEvent = z.output<typeof schema>;

/** Reads an event as it was sent; null for what is none. */
export function parseLiveEvent(json: string): LiveEvent | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** What each action is told as. Of other actions nobody hears what it was, or whose: a vote must stay its voter's until all have voted. */
const told: Record<string, (claim: string) => string> = {
  "claim.create": (claim) => `marked ${claim}`,
  "claim.edit": (claim) => `edited ${claim}`,
  "claim.delete": (claim) => `deleted ${claim}`,
  "claim.undelete": (claim) => `brought ${claim} back`,
  "claim.split": (claim) => `split a claim: its second part is ${claim}`,
  "claim.merge": (claim) => `merged another claim into ${claim}`,
  "claim.confirm-anchor": (claim) => `set the bounds of ${claim}`,
  "claim.submit": (claim) => `submitted ${claim} for review`,
  "claim.withdraw": (claim) => `withdrew ${claim}`,
  "claim.return": (claim) => `returned ${claim}`,
  "claim.approve": (claim) => `approved ${claim}`,
  "claim.reopen": (claim) => `reopened ${claim}`,
  "claim.exclude": (claim) => `left ${claim} out`,
  "claim.include": (claim) => `took ${claim} in again`,
  "claim.retire": (claim) => `retired ${claim}`,
  "claim.restore": (claim) => `restored ${claim}`,
  "claim.assign": (claim) => `said who works on ${claim}`,
  "article.assign": () => "changed the lead, due time or priority",
  "article.edit-details": () => "changed the article's details",
  "article.edit-text": () => "edited the text",
  "article.replace-text": () => "replaced the text",
  "article.publish": () => "published the article",
  "article.schedule": () => "set a time for publication",
  "article.unschedule": () => "took the time for publication back",
  "article.unpublish": () => "took the article back from readers",
  "guest.join": () => "joined as a guest reviewer",
};

/** The event as others may hear of it. */
export function toldEvent(event: LiveEvent): LiveEvent {
  return event.action in told ? event : { ...event, action: `${event.targetType}.change`, actorId: null };
}

/**
 * What happened, as a sentence: "Ada approved claim 3"; null for what one need not hear of.
 * @param claimNumber null where the claim is not known
 */
export function describeLiveEvent(
  event: LiveEvent,
  { name, claimNumber }: { name: string | null; claimNumber: number | null },
): string | null {
  const claim = claimNumber === null ? "a claim" : `claim ${claimNumber}`;
  const words = told[event.action];
  if (words) return `${name ?? "Somebody"} ${words(claim)}`;
  return event.targetType === "claim" && claimNumber !== null ? `Claim ${claimNumber} changed` : null;
}
