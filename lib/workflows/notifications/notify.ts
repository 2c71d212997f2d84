import type { Claim } from "@/lib/claims/claim";
import { findPeopleWithAccess } from "@/lib/db/guest-accesses";
import { enqueueJob } from "@/lib/db/job-queue";
import { insertNotifications, listPreferences } from "@/lib/db/notifications";
import type { Tx } from "@/lib/db/transaction";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { deliveryOf } from "@/lib/notifications/notification";
import { type NotificationTrigger, recipientsOf } from "@/lib/notifications/recipients";

/** What a notification is about. */
export interface NotificationSubject {
  /** The same for the same event, so that no one is notified twice. */
  eventKey: string;
  articleId: string;
  claimId: string | null;
  commentId: string | null;
}

/** Notifies the people concerned, by their own settings, in the transaction of the event. */
export async function notify(
  tx: Tx,
  trigger: NotificationTrigger,
  subject: NotificationSubject,
): Promise<void> {
  const recipients = recipientsOf(trigger);
  if (recipients.length === 0) return;
  const ids = recipients.map(({ personId }) => personId);
  const [preferences, insiders] = [
    await listPreferences(ids, tx),
    await findPeopleWithAccess(tx, ids, subject.articleId),
  ];
  const wanted = recipients.flatMap(({ personId, kind }) => {
    const preference = preferences.get(personId);
    const delivery = preference && insiders.has(personId) ? deliveryOf(preference, kind) : "off";
    return delivery === "off" ? [] : [{ personId, kind, delivery }];
  });
  const inserted = await insertNotifications(
    tx,
    wanted.map(({ personId, kind }) => ({ personId, kind, actorId: trigger.actorId, ...subject })),
  );
  if (!isMailEnabled()) return;
  for (const { id, personId } of inserted)
    if (wanted.some((each) => each.personId === personId && each.delivery === "mail"))
      await enqueueJob(tx, "mail-notification", id, { notificationId: id });
}

/**
 * Notifies a claim's owners of a step by someone else.
 * @param claim as it was before; of several steps that follow from each other, only the first is notified
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

/** A claim's owners: its author, its last editor, and the author of its verdict. */
export function ownersOf({ createdBy, lastEditedBy, verdict }: Claim): string[] {
  return [...new Set([createdBy.id, lastEditedBy.id, ...(verdict ? [verdict.givenBy.id] : [])])];
}
