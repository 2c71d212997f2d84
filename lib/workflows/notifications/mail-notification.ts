import { withoutStrangers } from "@/lib/db/guest-accesses";
import { claimForMail, findNotifiedPerson, listPreferences } from "@/lib/db/notifications";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import { env } from "@/lib/env";
import { mailText } from "@/lib/mail/mail-text";
import { sendMail } from "@/lib/mail/send-mail";
import { describeNotification, type MailHrefs, type MailWords } from "@/lib/notifications/mail-words";
import { deliveryOf } from "@/lib/notifications/notification";
import { ok } from "@/lib/result";
import { unsubscribeToken } from "./unsubscribe";

/** Mails somebody what they were told, once, if they have not read it and still want it mailed. */
export async function mailNotification({ notificationId }: { notificationId: string }): Promise<void> {
  const personId = await findNotifiedPerson(notificationId);
  if (!personId) return;
  await inTransaction(async (tx) => {
    const person = await findUser(personId, tx);
    const preference = (await listPreferences([personId], tx)).get(personId);
    if (!person || !preference) return ok(null);
    const [told] = await claimForMail(tx, [notificationId]);
    const isInsider = told && (await withoutStrangers(tx, [personId], told.article.id)).has(personId);
    const deleted = told?.comment && told.comment.excerpt === null;
    if (told && isInsider && !deleted && deliveryOf(preference, told.kind) === "mail")
      await sendWords(tx, person, describeNotification(told, linksFor(personId)));
    return ok(null);
  });
}

/** Where the links of somebody's mail lead. */
export function linksFor(personId: string): MailHrefs {
  const { publicUrl } = env();
  return { home: publicUrl, off: `${publicUrl}/desk/unsubscribe/${unsubscribeToken(personId)}` };
}

/** Sends words as a mail that can be turned off, if the transaction stays. */
export async function sendWords(
  tx: Tx,
  person: { id: string; email: string },
  { subject, paragraphs }: MailWords,
): Promise<void> {
  await sendMail(
    {
      to: person.email,
      subject,
      text: mailText(paragraphs),
      unsubscribe: `${env().publicUrl}/api/unsubscribe/${unsubscribeToken(person.id)}`,
    },
    tx,
  );
}
