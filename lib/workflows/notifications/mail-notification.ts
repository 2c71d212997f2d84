import { findPeopleWithAccess } from "@/lib/db/guest-accesses";
import { claimForMail, findNotifiedPerson, listPreferences } from "@/lib/db/notifications";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import { env } from "@/lib/env";
import { mailContent } from "@/lib/mail/mail-content";
import { sendMail } from "@/lib/mail/send-mail";
import { describeNotification, type MailHrefs, type NotificationMail } from "@/lib/notifications/mail-words";
import { deliveryOf } from "@/lib/notifications/notification";
import { ok } from "@/lib/result";
import { mailLanguage } from "@/lib/workflows/people/mail-language";
import { unsubscribeToken } from "./unsubscribe";

/** Mails a notification once, if the person has not read it and still wants it by mail. */
export async function mailNotification({ notificationId }: { notificationId: string }): Promise<void> {
  const personId = await findNotifiedPerson(notificationId);
  if (!personId) return;
  await inTransaction(async (tx) => {
    const person = await findUser(personId, tx);
    const preference = (await listPreferences([personId], tx)).get(personId);
    if (!person || !preference) return ok(null);
    const [notification] = await claimForMail(tx, [notificationId]);
    const isInsider =
      notification &&
      (await findPeopleWithAccess(tx, [personId], notification.article?.id ?? null)).has(personId);
    const deleted = notification?.comment && notification.comment.excerpt === null;
    if (notification && isInsider && !deleted && deliveryOf(preference, notification.kind) === "mail")
      await sendUnsubscribableMail(
        tx,
        person,
        describeNotification(notification, linksFor(personId), await mailLanguage(personId, { tx })),
      );
    return ok(null);
  });
}

/** The links in a person's mail. */
export function linksFor(personId: string): MailHrefs {
  const { publicUrl } = env();
  return { home: publicUrl, off: `${publicUrl}/desk/unsubscribe/${unsubscribeToken(personId)}` };
}

/** Sends a mail with an unsubscribe link, if the transaction commits. */
export async function sendUnsubscribableMail(
  tx: Tx,
  person: { id: string; email: string },
  mail: NotificationMail,
): Promise<void> {
  await sendMail(
    {
      to: person.email,
      ...mailContent(mail),
      unsubscribe: `${env().publicUrl}/api/unsubscribe/${unsubscribeToken(person.id)}`,
    },
    tx,
  );
}
