import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findOpenAccess, grantAccess, lockGuest } from "@/lib/db/guest-accesses";
import { findOpenInvitationByEmail, insertInvitation } from "@/lib/db/invitations";
import { findPersonalSettings } from "@/lib/db/personal-settings";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUserByEmail, type User } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { sendMail } from "@/lib/mail/send-mail";
import { type Dates, makeDates } from "@/lib/personal/dates";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { spokenLanguage } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { organisationDates } from "@/lib/workflows/settings/organisation-dates";
import { DAY_MS, guestDays } from "./guest-input";
import { makeInvitationLink } from "./invitations";
import { mailLanguage } from "./mail-language";
import { guestMail } from "./mails";
import { emailInput, nameInput } from "./person-input";

const inviteInput = z.object({ articleId: z.string(), email: emailInput, name: nameInput, days: guestDays });

export type InviteGuestInput = z.input<typeof inviteInput>;

/** The outcome of an invitation. A `link` to join by is not stored. */
export interface GuestInviteOutcome {
  /** As in the list of guests. */
  id: string;
  /** "renewed": a former guest, who signs in with their existing account. */
  kind: "invited" | "renewed";
  link: string;
  mailed: boolean;
  /** ISO 8601 instant. */
  until: string;
}

/** Invites a person from outside the newsroom to review one article, also by mail if mail is enabled. Their access ends when the invitation does. */
export async function inviteGuest(
  actor: Actor,
  input: InviteGuestInput,
): Promise<Result<GuestInviteOutcome, Failure>> {
  const parsed = parseInput(inviteInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, email, name } = parsed.value;
  const allowed = asResult(can(actor, "invite", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  const expiresAt = new Date(Date.now() + parsed.value.days * DAY_MS);
  return inTransaction(async (tx) => {
    const article = await findArticle(articleId, tx);
    if (!article) return notFound("article");
    const person = await findUserByEmail(email, tx);
    const until = expiresAt.toISOString();
    const sendInvitation = async (
      { id, kind, link }: Pick<GuestInviteOutcome, "id" | "kind" | "link">,
      to: { email: string; name: string },
    ) => {
      const { title } = article;
      const language = await mailLanguage(person?.id ?? null, { article: article.language, tx });
      await sendMail(
        guestMail({
          to,
          inviter: actor.name,
          title,
          link,
          until,
          isNew: kind === "invited",
          dates: await datesOf(person?.id ?? null, language),
          language,
        }),
        tx,
      );
      return ok({ id, kind, link, mailed: isMailEnabled(), until });
    };
    if (person) {
      const free = await checkCanBecomeGuest(tx, person, article.id);
      if (!free.ok) return free;
      const access = { userId: person.id, articleId: article.id, invitedById: actor.id, expiresAt };
      const id = await grantAccess(tx, access);
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "guest.let-in",
        targetType: "user",
        targetId: person.id,
        articleId: article.id,
        to: { guest: person.name, email, until },
      });
      const link = `${env().publicUrl}/desk/articles/${article.id}`;
      return sendInvitation({ id, kind: "renewed", link }, person);
    }
    if (await findOpenInvitationByEmail(email, tx))
      return refusedAddress(
        "There is already an open invitation for this address. Extend or withdraw it first.",
      );
    const { link, tokenHash } = makeInvitationLink();
    const { id } = await insertInvitation(tx, {
      email,
      name,
      role: "guest",
      articleId: article.id,
      tokenHash,
      expiresAt,
      invitedById: actor.id,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "guest.invite",
      targetType: "invitation",
      targetId: id,
      articleId: article.id,
      to: { guest: name, email, until },
    });
    return sendInvitation({ id, kind: "invited", link }, { email, name });
  });
}

/** Dates for a mail to a person: in their time zone if they chose one, else in the newsroom's. @param language BCP 47, of the mail */
async function datesOf(personId: string | null, language: string): Promise<Dates> {
  const chosen = personId === null ? null : (await findPersonalSettings(personId)).dates;
  return makeDates({
    // "fr-CA" if the mail is in French.
    language: chosen?.language && spokenLanguage(chosen.language) === language ? chosen.language : language,
    timeZone: chosen?.timeZone ?? organisationDates().timeZone,
  });
}

/** A guest sees one article at a time. */
async function checkCanBecomeGuest(tx: Tx, person: User, articleId: string): Promise<Result<null, Failure>> {
  if (!isGuest(person))
    return refusedAddress(
      "This address belongs to a member of the newsroom, who can see every article. Mention them in a comment instead.",
    );
  if (person.disabled)
    return refusedAddress("The account with this address is disabled. Ask an administrator to enable it.");
  await lockGuest(tx, person.id);
  const other = await findOpenAccess(person.id, new Date(), tx);
  if (!other) return ok(null);
  return refusedAddress(
    other.article.id === articleId
      ? "This person is already a guest of this article. Extend their access instead."
      : `This person is now a guest of “${other.article.title}”. A guest can see one article at a time: end that access first, or wait until it ends.`,
  );
}

function refusedAddress(message: string): { ok: false; error: Failure } {
  return invalid(message, { email: [message] });
}
