import { mailContent } from "@/lib/mail/mail-content";
import type { MailMessage } from "@/lib/mail/mail-message";
import type { Dates } from "@/lib/personal/dates";
import type { StaffRole } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";

/** The mail with a link to sign in, or to choose a new password. @param language BCP 47 */
export function linkMail({
  to,
  name,
  purpose,
  link,
  minutes,
  language,
}: {
  to: string;
  name: string;
  purpose: "sign_in" | "reset";
  link: string;
  minutes: number;
  language: string;
}): MailMessage {
  const t = words("mailTexts", language);
  const kind = purpose === "reset" ? "reset" : "sign-in";
  return {
    to,
    ...mailContent({
      language,
      subject: t(`link.${kind}.subject`),
      paragraphs: [
        t("greeting", { name }),
        t(`link.${kind}.use`),
        link,
        t(`link.${kind}.expiry`, { minutes }),
        t("link.unrequested"),
      ],
    }),
  };
}

/** The mail that invites a person to the desk. @param language BCP 47 */
export function invitationMail({
  to,
  name,
  role,
  inviter,
  link,
  days,
  language,
}: {
  to: string;
  name: string;
  role: StaffRole;
  inviter: string;
  link: string;
  days: number;
  language: string;
}): MailMessage {
  const t = words("mailTexts", language);
  return {
    to,
    ...mailContent({
      language,
      subject: t("invitation.subject", { inviter }),
      paragraphs: [
        t("greeting", { name }),
        t("invitation.use", { inviter, role }),
        link,
        t("invitation.expiry", { days }),
      ],
    }),
  };
}

/**
 * The mail that asks a person from outside to review one article.
 * @param isNew the link is for joining; otherwise they sign in
 * @param language BCP 47
 */
export function guestMail({
  to,
  inviter,
  title,
  link,
  until,
  isNew,
  dates,
  language,
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
  language: string;
}): MailMessage {
  const t = words("mailTexts", language);
  return {
    to: to.email,
    ...mailContent({
      language,
      subject: t("guest.subject", { inviter, title }),
      paragraphs: [
        t("greeting", { name: to.name }),
        t("guest.explain", { inviter, title }),
        t(isNew ? "guest.join" : "guest.sign-in"),
        link,
        t("guest.until", { time: dates.instant(until) }),
      ],
    }),
  };
}
