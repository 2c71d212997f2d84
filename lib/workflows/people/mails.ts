import { formatInstant } from "@/lib/format-date";
import type { MailMessage } from "@/lib/mail/mail-message";
import { mailText } from "@/lib/mail/mail-text";
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
    subject: reset ? "Choose a new password" : "Your link to sign in",
    text: mailText([
      greeting(name),
      reset ? "with this link you choose a new password:" : "with this link you sign in to the desk:",
      link,
      `It works once, within ${minutes} minutes.${reset ? " Every session of yours ends then." : ""}`,
      "If you did not ask for it, you need not do anything: nobody gets in without this mail.",
    ]),
  };
}

/** The mail that invites somebody to the desk. */
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
      `${inviter} invites you to the fact-checking desk as ${role === "checker" ? "a checker" : `an ${role}`}. With this link you join:`,
      link,
      `It works once, within ${days} days.`,
    ]),
  };
}

/** The mail that asks somebody from outside to review one article. @param isNew the link is to join by; else they sign in */
export function guestMail({
  to,
  inviter,
  title,
  link,
  until,
  isNew,
}: {
  to: { email: string; name: string };
  inviter: string;
  title: string;
  link: string;
  /** ISO 8601 instant. */
  until: string;
  isNew: boolean;
}): MailMessage {
  return {
    to: to.email,
    subject: `${inviter} asks you to review “${title}”`,
    text: mailText([
      greeting(to.name),
      `${inviter} asks you to look at the fact-check of “${title}”, before readers see it: to comment on it, and to give your own rating of its claims. You are a guest reviewer of this article, and see nothing else of the desk.`,
      isNew ? "With this link you join:" : "Sign in with the account that you have:",
      link,
      `Your access ends on ${formatInstant(until)}.`,
    ]),
  };
}
