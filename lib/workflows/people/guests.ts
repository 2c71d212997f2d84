import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findGuestAccess,
  findOpenAccess,
  grantAccess,
  lockGuest,
  revokeAccess,
} from "@/lib/db/guest-accesses";
import {
  extendInvitationRow,
  findInvitation,
  findOpenInvitationByEmail,
  insertInvitation,
  revokeInvitationRow,
} from "@/lib/db/invitations";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUserByEmail, type User } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { sendMail } from "@/lib/mail/send-mail";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { makeInvitationLink } from "./invitations";
import { guestMail } from "./mails";
import { emailInput, nameInput } from "./person-input";

/** For how many days a guest may be let in at once. */
export const GUEST_DAYS = [1, 3, 7, 30] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

const days = z.literal(GUEST_DAYS, "Choose for how long: 1, 3, 7 or 30 days.").default(7);

const inviteInput = z.object({ articleId: z.string(), email: emailInput, name: nameInput, days });
export type InviteGuestInput = z.input<typeof inviteInput>;

/** What came of inviting somebody. `link` is stored nowhere where it lets somebody join. */
export interface GuestInvited {
  /** "let-in": they were a guest before and sign in with the account that they have. */
  kind: "invited" | "let-in";
  link: string;
  mailed: boolean;
  /** ISO 8601 instant. */
  until: string;
}

/** Asks somebody from outside to review one article, by mail as well where mail is sent. Their access ends with the invitation. */
export async function inviteGuest(
  actor: Actor,
  given: InviteGuestInput,
): Promise<Result<GuestInvited, Failure>> {
  const parsed = parseInput(inviteInput, given);
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
    const tell = async (link: string, kind: GuestInvited["kind"], to: { email: string; name: string }) => {
      const { title } = article;
      await sendMail(
        guestMail({ to, inviter: actor.name, title, link, until, isNew: kind === "invited" }),
        tx,
      );
      return ok({ kind, link, mailed: isMailEnabled(), until });
    };
    if (person) {
      const free = await mayBecomeGuest(tx, person, article.id);
      if (!free.ok) return free;
      await grantAccess(tx, { userId: person.id, articleId: article.id, invitedById: actor.id, expiresAt });
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "guest.let-in",
        targetType: "user",
        targetId: person.id,
        articleId: article.id,
        to: { guest: person.name, email, until },
      });
      return tell(`${env().publicUrl}/desk/articles/${article.id}`, "let-in", person);
    }
    if (await findOpenInvitationByEmail(email, tx))
      return refusedAddress(
        "An invitation of this address is open already. Extend it, or withdraw it first.",
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
    return tell(link, "invited", { email, name });
  });
}

/** A guest sees one article at a time. */
async function mayBecomeGuest(tx: Tx, person: User, articleId: string): Promise<Result<null, Failure>> {
  if (!isGuest(person))
    return refusedAddress(
      "This address belongs to somebody of the desk, who sees every article anyway. Mention them in a comment instead.",
    );
  if (person.disabled)
    return refusedAddress("The account of this address is disabled. Ask an administrator to enable it.");
  await lockGuest(tx, person.id);
  const other = await findOpenAccess(person.id, new Date(), tx);
  if (!other) return ok(null);
  return refusedAddress(
    other.article.id === articleId
      ? "This person is a guest of this article already. Extend their access instead."
      : `This person is a guest of “${other.article.title}” now. A guest sees one article at a time: end that access first, or wait for its end.`,
  );
}

function refusedAddress(message: string): { ok: false; error: Failure } {
  return invalid(message, { email: [message] });
}

const which = { articleId: z.string(), id: z.string(), kind: z.enum(["invitation", "access"]) };
const extendInput = z.object({ ...which, days });
export type ExtendGuestInput = z.input<typeof extendInput>;

/** Lets a guest, or somebody who is invited, have longer; somebody whose time was over gets it from now on. */
export async function extendGuest(
  actor: Actor,
  given: ExtendGuestInput,
): Promise<Result<{ until: string }, Failure>> {
  const parsed = parseInput(extendInput, given);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "extend", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findGuest(tx, parsed.value);
    if (!found.ok) return found;
    const { id, targetType, targetId, name, before, person } = found.value;
    if (person) {
      await lockGuest(tx, person.id);
      const other = await findOpenAccess(person.id, new Date(), tx);
      if (other && other.id !== id)
        return invalid(`${name} is a guest of “${other.article.title}” now. End that access first.`);
    }
    const from = Math.max(Date.now(), before.revoked ? 0 : Date.parse(before.until));
    const expiresAt = new Date(from + parsed.value.days * DAY_MS);
    if (person) await grantAccess(tx, { userId: person.id, articleId, invitedById: actor.id, expiresAt });
    else if (!(await extendInvitationRow(tx, id, expiresAt))) return changedMeanwhile();
    const until = expiresAt.toISOString();
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "guest.extend",
      targetType,
      targetId,
      articleId,
      from: { guest: name, until: before.until },
      to: { guest: name, until },
    });
    return ok({ until });
  });
}

const revokeInput = z.object(which);
export type RevokeGuestInput = z.input<typeof revokeInput>;

/** Ends a guest's access at once, or makes an invitation's link useless. */
export async function revokeGuest(actor: Actor, given: RevokeGuestInput): Promise<Result<null, Failure>> {
  const parsed = parseInput(revokeInput, given);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "revoke", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findGuest(tx, parsed.value);
    if (!found.ok) return found;
    const { id, targetType, targetId, name, before, person } = found.value;
    const ended = person ? await revokeAccess(tx, id, new Date()) : await revokeInvitationRow(tx, id);
    if (!ended) return changedMeanwhile();
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "guest.revoke",
      targetType,
      targetId,
      articleId,
      from: { guest: name, until: before.until },
    });
    return ok(null);
  });
}

function changedMeanwhile(): { ok: false; error: Failure } {
  return invalid("This was changed in the meantime. Reload the page.");
}

/** A guest of an article, or who is invited to be, as the audit log names them. */
interface Found {
  id: string;
  targetType: "user" | "invitation";
  targetId: string;
  name: string;
  before: { until: string; revoked: boolean };
  /** Null until they joined. */
  person: { id: string } | null;
}

async function findGuest(
  tx: Tx,
  { articleId, id, kind }: { articleId: string; id: string; kind: "invitation" | "access" },
): Promise<Result<Found, Failure>> {
  if (kind === "invitation") {
    const found = await findInvitation(id, tx);
    if (found?.article?.id !== articleId) return notFound("invitation");
    const before = { until: found.expiresAt, revoked: false };
    return ok({ id, targetType: "invitation", targetId: id, name: found.name, before, person: null });
  }
  const found = await findGuestAccess(id, tx);
  if (found?.article.id !== articleId) return notFound("person");
  const { person, expiresAt, revokedAt } = found;
  const before = { until: expiresAt, revoked: revokedAt !== null };
  return ok({ id, targetType: "user", targetId: person.id, name: person.name, before, person });
}
