import { claimDigest, listDigestsDue, listSubmittedBetween, listUnmailed } from "@/lib/db/digests";
import { findOpenAccess } from "@/lib/db/guest-accesses";
import { claimForMail, listPreferences } from "@/lib/db/notifications";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser, type User } from "@/lib/db/users";
import { env } from "@/lib/env";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { dayBefore, lastTime } from "@/lib/notifications/digest-time";
import { describeDigest } from "@/lib/notifications/mail-words";
import { deliveryOf } from "@/lib/notifications/notification";
import { isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok } from "@/lib/result";
import { mailLanguage } from "@/lib/workflows/people/mail-language";
import { linksFor, sendUnsubscribableMail } from "./mail-notification";

/**
 * Sends the daily mails that are due, with the unread notifications. Each one is claimed, recorded and queued in one transaction, so that
 * it is sent exactly once, even after a crash or with several instances.
 * @returns how many were sent
 */
export async function sendDigests(now: Date): Promise<number> {
  if (!isMailEnabled()) return 0;
  const time = lastTime(now, env().digestAt);
  let sent = 0;
  for (const personId of await listDigestsDue(time)) if (await sendDigest(personId, time, now)) sent += 1;
  return sent;
}

async function sendDigest(personId: string, time: Date, now: Date): Promise<boolean> {
  const outcome = await inTransaction(async (tx) => {
    const before = await claimDigest(tx, personId, time);
    const person = await findUser(personId, tx);
    const preference = (await listPreferences([personId], tx)).get(personId);
    if (before === "taken" || !person || !preference?.mail) return ok(false);
    const access = isGuest(person) ? await findOpenAccess(personId, now, tx) : null;
    if (isGuest(person) && !access) return ok(false);
    const unmailed = (await listUnmailed(tx, personId, time)).filter(
      ({ kind }) => deliveryOf(preference, kind) === "digest",
    );
    const notifications = (
      await claimForMail(
        tx,
        unmailed.map(({ id }) => id),
      )
    ).filter(
      ({ comment, article }) => comment?.excerpt !== null && (!access || access.article.id === article?.id),
    );
    const waiting = preference.countsReview
      ? await countForReview(tx, person, before ?? dayBefore(time), time)
      : 0;
    if (notifications.length + waiting === 0) return ok(false);
    const language = await mailLanguage(personId, { tx });
    await sendUnsubscribableMail(
      tx,
      person,
      describeDigest(notifications, waiting, linksFor(personId), language),
    );
    return ok(true);
  });
  return outcome.ok && outcome.value;
}

/** Number of claims submitted between two times that a person can approve. */
async function countForReview(tx: Tx, { id, name, email, role }: User, since: Date, until: Date) {
  const submitted = await listSubmittedBetween(tx, since, until);
  return submitted.filter((claim) => can({ id, name, email, role }, "approve", "claim", claim).allowed)
    .length;
}
