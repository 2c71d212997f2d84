import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { type MailMessage, mailMessage } from "./mail-message";

/**
 * Delivers a mail to the mail server. For jobs; other code calls `sendMail`, which queues it.
 * @throws Error if the server does not accept it; its message contains neither the mail nor the server's password, its cause is the mail
 * library's error
 */
export async function deliverMail(message: MailMessage): Promise<void> {
  const { mail } = env();
  if (!mail) return;
  const { to, subject, text, html, language, unsubscribe } = mailMessage.parse(message);
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: "", address: to },
      subject,
      text,
      ...(html && { html }),
      // Suppresses automatic replies (RFC 3834).
      headers: {
        "Auto-Submitted": "auto-generated",
        // RFC 3282.
        ...(language && { "Content-Language": language }),
        ...(unsubscribe && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
      },
      ...(unsubscribe && { list: { unsubscribe: { url: unsubscribe } } }),
    });
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    throw new Error(
      `the mail server did not accept a mail (${[code, responseCode].filter(Boolean).join(" ") || "no reason"})`,
      { cause: error },
    );
  } finally {
    transport.close();
  }
}
