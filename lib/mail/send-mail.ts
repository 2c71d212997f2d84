import { randomUUID } from "node:crypto";
import { enqueueJob } from "@/lib/db/job-queue";
import type { Tx } from "@/lib/db/transaction";
import { isMailEnabled } from "./is-mail-enabled";
import { type MailMessage, mailMessage } from "./mail-message";

/**
 * Has a mail sent soon, and again while the mail server does not take it. Nothing is sent where no mail server is set.
 * @param tx the mail is sent if, and only if, this transaction stays
 * @throws ZodError for an address that is none
 */
export async function sendMail(message: MailMessage, tx?: Tx): Promise<void> {
  if (!isMailEnabled()) return;
  const { to, subject, text, html, unsubscribe } = mailMessage.parse(message);
  await enqueueJob(tx, "send-mail", randomUUID(), {
    to,
    subject,
    text,
    ...(html && { html }),
    ...(unsubscribe && { unsubscribe }),
  });
}
