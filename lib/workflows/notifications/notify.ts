import type { Claim } from "@/lib/claims/claim";
import { withoutStrangers } from "@/lib/db/guest-accesses";
import { enqueueJob } from "@/lib/db/job-queue";
import { insertNotifications, listPreferences } from "@/lib/db/notifications";
import type { Tx } from "@/lib/db/transaction";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { deliveryOf } from "@/lib/notifications/notification";
import { type NotificationTrigger, recipientsOf } from "@/lib/notifications/recipients";

/** What a happening is about. */
export interface About {
  /** The same for the same event: nobody is told of it twice. */
  eventKey: string;
  articleId: string;
  claimId: string | null;
  commentId: string | null;
}

/** Tells of something whoever it concerns, as each wants to be told, in the transaction that does it. */
export async function notify(tx: Tx, happening: NotificationTrigger, about: About): Promise<void> {
  const told = recipientsOf(happening);
  if (told.length === 0) return;
  const ids = told.map(({ personId }) => personId);
  const [preferences, insiders] = [
    await listPreferences(ids, tx),
    await withoutStrangers(tx, ids, about.articleId),
  ];
  const wanted = told.flatMap(({ personId, kind }) => {
    const preference = preferences.get(personId);
    const delivery = preference && insiders.has(personId) ? deliveryOf(preference, kind) : "off";
    return delivery === "off" ? [] : [{ personId, kind, delivery }];
  });
  const made = await insertNotifications(
    tx,
    wanted.map(({ personId, kind }) => ({ personId, kind, actorId: happening.actorId, ...about })),
  );
  if (!isMailEnabled()) return;
  for (const { id, personId } of made)
    if (wanted.some((each) => each.personId === personId && each.delivery === "mail"))
      await enqueueJob(tx, "mail-notification", id, { notificationId: id });
}

/**
 * Tells those whose claim it is of a step that somebody else took with it.
 * @param claim as it was before; of several steps that follow from one another, the first is told
 */
export async function notifyOfClaim(
  tx: Tx,
  actorId: string,
  step: "returned" | "approved" | "reopened" | "split" | "disputed",
  claim: Claim,
): Promise<void> {
  await notify(
    tx,
    { kind: "claim-step", actorId, step, ownerIds: ownersOf(claim) },
    {
      eventKey: `claim:${claim.id}:${claim.revision}`,
      articleId: claim.articleId,
      claimId: claim.id,
      commentId: null,
    },
  );
}

/** Whose claim it is: who marked it, who worked on it last, and who gave its verdict. */
export function ownersOf({ createdBy, lastEditedBy, verdict }: Claim): string[] {
  return [...new Set([createdBy.id, lastEditedBy.id, ...(verdict ? [verdict.givenBy.id] : [])])];
}
