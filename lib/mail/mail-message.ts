import { z } from "zod";

/** Characters that could end a header or hide in one. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * A mail to one person. The address is one address and nothing else; a subject is one line, whatever it was made from. So neither can
 * add a header or another receiver.
 */
export const mailMessage = z.object({
  to: z.email().max(320),
  subject: z
    .string()
    .transform((subject) => subject.replace(CONTROLS, " ").replace(/\s+/g, " ").trim().slice(0, 200)),
  text: z.string().max(200_000),
  html: z.string().max(400_000).optional(),
  /** Where mails of this kind are turned off: by a POST, as mail programs do it (RFC 8058). */
  unsubscribe: z.url().max(1000).optional(),
});

export type MailMessage = z.input<typeof mailMessage>;
