import type { Claim } from "@/lib/claims/claim";
import { findPeopleWithAccess } from "@/lib/db/guest-accesses";
import { enqueueJob } from "@/lib/db/job-queue";
import { addClaimNews, type ClaimNews, insertNotifications, listPreferences } from "@/lib/db/notifications";
import type { Tx } from "@/lib/db/transaction";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { type Delivery, deliveryOf, isGrouped } from "@/lib/notifications/notification";
import { type NotificationTrigger, type Recipient, recipientsOf } from "@/lib/notifications/recipients";

/** What a notification is about. */
export interface NotificationSubject {
  /** The same for the same event, so that no one is notified twice. */
  eventKey: string;
  /** Null if it is about no article. */
  articleId: string | null;
  claimId: string | null;
  commentId: string | null;
}

/** Minutes after its last change in which a notification takes up further claims. */
const GROUP_MINUTES = 10;
/** A mail about claims waits this long, so that it covers those that follow. */
const MAIL_DELAY_SECONDS = 120;

/** Notifies the people concerned, by their own settings, in the transaction of the event. */
export async function notify(
  tx: Tx,
  trigger: NotificationTrigger,
  subject: NotificationSubject,
): Promise<void> {
  const wanted = await wantedBy(tx, trigger, subject.articleId);
  const inserted = await insertNotifications(
    tx,
    wanted.map(({ personId, kind }) => ({ personId, kind, actorId: trigger.actorId, ...subject })),
  );
  await mail(tx, inserted, wanted, 0);
}

/**
 * The same for steps on claims of an article: what one person does to several claims within minutes is one notification.
 * @param claims with the same `eventKey` for the same step
 */
export async function notifyOfClaims(
  tx: Tx,
  trigger: NotificationTrigger,
  { articleId, claims }: { articleId: string; claims: readonly ClaimNews[] },
): Promise<void> {
  const wanted = (await wantedBy(tx, trigger, articleId)).filter(({ kind }) => isGrouped(kind));
  if (wanted.length === 0) return;
  const since = new Date(Date.now() - GROUP_MINUTES * 60_000);
  const made = await addClaimNews(tx, wanted, { actorId: trigger.actorId, articleId, claims, since });
  await mail(tx, made, wanted, MAIL_DELAY_SECONDS);
}

/**
 * Notifies a person of what should be looked at again in an article: of the claims together, and of the article itself.
 * @param flagged `claimId` is null for the article
 */
export async function notifyOfFlags(
  tx: Tx,
  trigger: Extract<NotificationTrigger, { kind: "flag" }>,
  articleId: string,
  flagged: readonly { claimId: string | null; eventKey: string }[],
): Promise<void> {
  const claims = flagged.flatMap(({ claimId, eventKey }) =>
    claimId === null ? [] : [{ claimId, eventKey, note: null }],
  );
  if (claims.length > 0) await notifyOfClaims(tx, trigger, { articleId, claims });
  const ofArticle = flagged.find(({ claimId }) => claimId === null);
  if (ofArticle) await notify(tx, trigger, { ...ofArticle, articleId, commentId: null });
}

interface Wanted extends Recipient {
  delivery: Delivery;
}

/** The recipients who can see the article and want to be notified. */
async function wantedBy(tx: Tx, trigger: NotificationTrigger, articleId: string | null): Promise<Wanted[]> {
  const recipients = recipientsOf(trigger);
  if (recipients.length === 0) return [];
  const ids = recipients.map(({ personId }) => personId);
  const [preferences, insiders] = [
    await listPreferences(ids, tx),
    await findPeopleWithAccess(tx, ids, articleId),
  ];
  return recipients.flatMap(({ personId, kind }) => {
    const preference = preferences.get(personId);
    const delivery = preference && insiders.has(personId) ? deliveryOf(preference, kind) : "off";
    return delivery === "off" ? [] : [{ personId, kind, delivery }];
  });
}

async function mail(
  tx: Tx,
  notifications: readonly { id: string; personId: string }[],
  wanted: readonly Wanted[],
  delaySeconds: number,
): Promise<void> {
  if (!isMailEnabled()) return;
  for (const { id, personId } of notifications)
    if (wanted.some((each) => each.personId === personId && each.delivery === "mail"))
      await enqueueJob(tx, "mail-notification", id, { notificationId: id }, delaySeconds);
}

/**
 * Notifies a claim's owners of a step by someone else.
 * @param claim as it was before; of several steps that follow from each other, only the first is notified
 * @param note what should change
 */
export async function notifyOfClaim(
  tx: Tx,
  actorId: string,
  step: "returned" | "approved" | "reopened" | "split" | "disputed",
  claim: Claim,
  note: string | null = null,
): Promise<void> {
  await notifyOfClaims(
    tx,
    { kind: "claim-step", actorId, step, ownerIds: ownersOf(claim) },
    { articleId: claim.articleId, claims: [stepOn(claim, note)] },
  );
}

/** Notifies the article's lead and the claim's assignee that it was submitted. @param claim as it was before */
export async function notifyOfSubmission(
  tx: Tx,
  actorId: string,
  claim: Claim,
  article: { lead: { id: string } | null },
): Promise<void> {
  await notifyOfClaims(
    tx,
    {
      kind: "submission",
      actorId,
      leadId: article.lead?.id ?? null,
      assigneeId: claim.assignee?.id ?? null,
    },
    { articleId: claim.articleId, claims: [stepOn(claim, null)] },
  );
}

function stepOn({ id, revision }: Claim, note: string | null): ClaimNews {
  return { claimId: id, eventKey: `claim:${id}:${revision}`, note };
}

/** A claim's owners: its author, its last editor, and the author of its verdict. */
export function ownersOf({ createdBy, lastEditedBy, verdict }: Claim): string[] {
  return [...new Set([createdBy.id, lastEditedBy.id, ...(verdict ? [verdict.givenBy.id] : [])])];
}
