import type { MailMessage } from "@/lib/mail/mail-message";
import { mailText } from "@/lib/mail/mail-text";
import type { Dates } from "@/lib/personal/dates";
import type { StaffRole } from "@/lib/policies/actor";

const greeting = (name: string) => `Hello ${name},`;

/** The mail with a link to sign in, or to choose a new password. */
export function linkMail({
  to,
  name,
  purpose,
  link,
  minutes,
}: {
  to: string;
  name: string;
  purpose: "sign_in" | "reset";
  link: string;
  minutes: number;
}): MailMessage {
  const reset = purpose === "reset";
  return {
    to,
    subject: reset ? "Choose a new password" : "Your sign-in link",
    text: mailText([
      greeting(name),
      reset ? "Use this link to choose a new password:" : "Use this link to sign in to the desk:",
      link,
      `It works once, within ${minutes} minutes.${reset ? " It also signs you out everywhere." : ""}`,
      "If you did not request it, you can ignore this mail: no one can sign in without it.",
    ]),
  };
}

/** The mail that invites a person to the desk. */
export function invitationMail({
  to,
  name,
  role,
  inviter,
  link,
  days,
}: {
  to: string;
  name: string;
  role: StaffRole;
  inviter: string;
  link: string;
  days: number;
}): MailMessage {
  return {
    to,
    subject: `${inviter} invites you to the fact-checking desk`,
    text: mailText([
      greeting(name),
      `${inviter} invites you to the fact-checking desk as ${role === "checker" ? "a checker" : `an ${role}`}. Use this link to join:`,
      link,
      `It works once, within ${days} days.`,
    ]),
  };
}

/** The mail that asks a person from outside to review one article. @param isNew the link is for joining; otherwise they sign in */
export function guestMail({
  to,
  inviter,
  title,
  link,
  until,
  isNew,
  dates,
}: {
  to: { email: string; name: string };
  inviter: string;
  title: string;
  link: string;
  /** ISO 8601 instant. */
  until: string;
  isNew: boolean;
  /** As the recipient reads them. */
  dates: Dates;
}): MailMessage {
  return {
    to: to.email,
    subject: `${inviter} asks you to review “${title}”`,
    text: mailText([
      greeting(to.name),
      `${inviter} asks you to review the fact-check of “${title}” before it is published: to comment on it, and to rate its claims yourself. As a guest reviewer you can see this article and nothing else on the desk.`,
      isNew ? "Use this link to join:" : "Sign in with your existing account:",
      link,
      `Your access ends on ${dates.instant(until)}.`,
    ]),
  };
}
