import { z } from "zod";

/** Characters that could end a header or are invisible in one. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * A mail to one person. The address is a single address and the subject a single line, so that neither can inject a header or another
 * recipient.
 */
export const mailMessage = z.object({
  to: z.email().max(320),
  subject: z
    .string()
    .transform((subject) => subject.replace(CONTROLS, " ").replace(/\s+/g, " ").trim().slice(0, 200)),
  text: z.string().max(200_000),
  html: z.string().max(400_000).optional(),
  /** BCP 47, of its words. */
  language: z.string().max(35).optional(),
  /** Where mail programs unsubscribe, by a POST (RFC 8058). */
  unsubscribe: z.url().max(1000).optional(),
});

export type MailMessage = z.input<typeof mailMessage>;
