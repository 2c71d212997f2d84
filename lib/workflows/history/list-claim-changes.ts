import type { PersonName } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { listAuditEvents } from "@/lib/db/audit-events";
import { findClaim } from "@/lib/db/claims";
import type { Actor } from "@/lib/policies/actor";
import { loadHistoryContext } from "./load-history-context";
import { type TimelineEvent, timelineEvent } from "./timeline";

/** Changes shown on a claim's card. */
const MAX_CLAIM_CHANGES = 100;

/** A change to a claim. `rated`: it set the verdict. */
export type ClaimChange = TimelineEvent & { actor: PersonName | null; rated: boolean };

/** The changes to a claim's content and position, newest first. Its review steps are listed separately. */
export async function listClaimChanges(
  claimId: string,
  reader: Pick<Actor, "dates"> = {},
): Promise<ClaimChange[]> {
  const claim = await findClaim(claimId);
  const article = claim && (await findArticle(claim.articleId));
  if (!article) return [];
  const { events } = await listAuditEvents(
    { target: { type: "claim", id: claimId }, kind: "claims" },
    MAX_CLAIM_CHANGES,
  );
  const words = await loadHistoryContext(events, article.scaleId, reader);
  return events.map((event) => {
    const { actor, from, to } = event;
    const rated = from !== null && to?.verdict !== null && to?.verdict !== undefined;
    return { ...timelineEvent(event, words), actor, rated: rated && event.action !== "claim.split" };
  });
}
