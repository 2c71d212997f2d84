import { z } from "zod";

const schema = z.object({
  /** Id of the audit event. Ids are assigned in the order of writing, not of committing. */
  seq: z.int(),
  articleId: z.string().nullable(),
  targetType: z.string(),
  targetId: z.string(),
  /** The other claim of a split or a merge. */
  otherId: z.string().nullable().default(null),
  /** Such as "claim.approve"; "claim.change" for actions that are not disclosed. */
  action: z.string(),
  /** Null if the system acted, or if the actor is not disclosed. */
  actorId: z.string().nullable(),
  /** Revision of the claim when the event was recorded; null for other targets, and for events read from the log. */
  revision: z.int().nullable().default(null),
});

/** A notice of a change. It holds only ids: each page fetches what its reader can see. */
export type LiveEvent = z.output<typeof schema>;

/** Parses an event; null if it is invalid. */
export function parseLiveEvent(json: string): LiveEvent | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** Descriptions of the actions that others can see. Other actions, and who did them, are not disclosed: votes are secret until everyone has voted. */
const descriptions: Record<string, (claim: string) => string> = {
  "claim.create": (claim) => `marked ${claim}`,
  "claim.edit": (claim) => `edited ${claim}`,
  "claim.delete": (claim) => `deleted ${claim}`,
  "claim.undelete": (claim) => `restored the deleted ${claim}`,
  "claim.split": (claim) => `split a claim: the second part is ${claim}`,
  "claim.merge": (claim) => `merged another claim into ${claim}`,
  "claim.confirm-anchor": (claim) => `confirmed or moved the highlight of ${claim}`,
  "claim.restore-anchor": (claim) => `undid the confirmed position of ${claim}`,
  "claim.accept-wording": (claim) => `accepted the wording suggested for ${claim}`,
  "claim.author-answer": (claim) => `answered the query on ${claim}`,
  "claim.submit": (claim) => `submitted ${claim} for review`,
  "claim.withdraw": (claim) => `withdrew ${claim} from review`,
  "claim.return": (claim) => `returned ${claim}`,
  "claim.approve": (claim) => `approved ${claim}`,
  "claim.reopen": (claim) => `reopened ${claim}`,
  "claim.exclude": (claim) => `excluded ${claim}`,
  "claim.include": (claim) => `included ${claim} again`,
  "claim.retire": (claim) => `retired ${claim}`,
  "claim.restore": (claim) => `restored ${claim}`,
  "claim.assign": (claim) => `changed who works on ${claim}`,
  "article.assign": () => "changed the lead, due time or priority",
  "article.edit-details": () => "changed the article's details",
  "article.import-claims": () => "imported claims",
  "article.edit-text": () => "edited the text",
  "article.replace-text": () => "replaced the text",
  "article.change-purpose": () => "changed what the article is checked for",
  "article.publish": () => "published the article",
  "article.schedule": () => "scheduled the publication",
  "article.unschedule": () => "cancelled the scheduled publication",
  "article.unpublish": () => "unpublished the article",
  "article.redact": () => "redacted publications of the article",
  "guest.join": () => "joined as a guest reviewer",
};

/** The event as others can see it. */
export function toldEvent(event: LiveEvent): LiveEvent {
  return event.action in descriptions
    ? event
    : { ...event, action: `${event.targetType}.change`, actorId: null };
}

/**
 * Describes an event in a sentence, such as "Ada approved claim 3"; null if it is not worth showing.
 * @param claimNumber null if the claim is unknown
 */
export function describeLiveEvent(
  event: LiveEvent,
  { name, claimNumber }: { name: string | null; claimNumber: number | null },
): string | null {
  const claim = claimNumber === null ? "a claim" : `claim ${claimNumber}`;
  const predicate = descriptions[event.action];
  const someone = event.action === "claim.author-answer" ? "The author" : "Someone";
  if (predicate) return `${name ?? someone} ${predicate(claim)}`;
  return event.targetType === "claim" && claimNumber !== null ? `Claim ${claimNumber} changed` : null;
}
