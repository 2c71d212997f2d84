import { randomUUID } from "node:crypto";
import { enqueueJob } from "@/lib/db/job-queue";
import type { Tx } from "@/lib/db/transaction";
import { isMailEnabled } from "./is-mail-enabled";
import { type MailMessage, mailMessage } from "./mail-message";

/**
 * Queues a mail, with retries while the mail server does not accept it. Does nothing without a mail server.
 * @param tx the mail is sent only if this transaction commits
 * @throws ZodError for an invalid address
 */
export async function sendMail(message: MailMessage, tx?: Tx): Promise<void> {
  if (!isMailEnabled()) return;
  const { to, subject, text, html, language, unsubscribe } = mailMessage.parse(message);
  await enqueueJob(tx, "send-mail", randomUUID(), {
    to,
    subject,
    text,
    ...(html && { html }),
    ...(language && { language }),
    ...(unsubscribe && { unsubscribe }),
  });
}
