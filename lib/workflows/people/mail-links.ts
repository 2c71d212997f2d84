import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/credentials/password";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import {
  closeMailLinks,
  consumeMailLink,
  findOpenMailLink,
  insertMailLink,
  type MailLinkPurpose,
} from "@/lib/db/mail-links";
import { inTransaction } from "@/lib/db/transaction";
import { findUser, findUserByEmail, type User, updateUser } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { err, ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "@/lib/workflows/sign-in/limit-attempts";
import { canUsePassword } from "@/lib/workflows/sign-in/sign-in";
import { mailLanguage } from "./mail-language";
import { linkMail } from "./mails";
import { emailInput, passwordInput } from "./person-input";

/** How long a link works. */
export const LINK_MINUTES = 15;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

const askInput = z.object({
  email: emailInput,
  purpose: z.enum(["sign_in", "reset"]),
  address: z.string().max(100),
});

/**
 * Requests a mailed link. Answer and timing are the same whether or not the address is registered: a job looks that up later.
 */
export async function requestMailLink(input: z.input<typeof askInput>): Promise<Result<null, Failure>> {
  const parsed = parseInput(askInput, input);
  if (!parsed.ok) return parsed;
  if (!isMailEnabled())
    return err({
      kind: "unavailable",
      message: "This desk does not send mail. Ask an administrator for help.",
    });
  const { email, purpose, address } = parsed.value;
  const allowed = await limitAttempts(
    { key: `mail-link:${purpose}:email:${email}`, max: 5 },
    { key: `mail-link:address:${address}`, max: 50 },
  );
  if (!allowed.ok) return allowed;
  await enqueueJob(undefined, "mail-link", `${purpose}:${email}`, { email, purpose });
  return ok(null);
}

/** Creates a link and mails it if a person with that address can sign in. For the job. */
export async function mailLink(
  { email, purpose }: { email: string; purpose: MailLinkPurpose },
  now: Date,
): Promise<void> {
  const user = await findUserByEmail(email);
  if (!user || user.disabled) return;
  if (purpose === "reset" && !(await canUsePassword(user.id))) return;
  const token = randomBytes(32).toString("base64url");
  await inTransaction(async (tx) => {
    await insertMailLink(tx, {
      userId: user.id,
      purpose,
      tokenHash: hashOf(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
    });
    await appendAuditEvent(tx, {
      actorId: null,
      action: purpose === "reset" ? "user.ask-for-reset" : "user.ask-for-link",
      targetType: "user",
      targetId: user.id,
    });
    return ok(null);
  });
  const path = purpose === "reset" ? "reset" : "link";
  const link = `${env().publicUrl}/desk/sign-in/${path}/${token}`;
  const language = await mailLanguage(user.id);
  await deliverMail(
    linkMail({ to: user.email, name: user.name, purpose, link, minutes: LINK_MINUTES, language }),
  );
}

/** Whether a link can still be used. This does not use it up, because mail scanners open links too. */
export async function findMailLink(
  token: string,
  purpose: MailLinkPurpose,
  now: Date,
): Promise<{ email: string } | null> {
  const link = await findOpenMailLink(hashOf(token), purpose, now);
  const user = link && (await findUser(link.userId));
  return user && !user.disabled ? { email: user.email } : null;
}

const GONE = "This link was used, or is older than 15 minutes. Request a new one.";

const useInput = z.object({ token: z.string().max(200), address: z.string().max(100) });

/** Authenticates a person by a mailed link, and uses it up. */
export async function signInByMailLink(
  input: z.input<typeof useInput>,
  now: Date,
): Promise<Result<User, Failure>> {
  const parsed = parseInput(useInput, input);
  if (!parsed.ok) return invalid(GONE);
  const { token, address } = parsed.value;
  const allowed = await limitAttempts({ key: `mail-link-use:address:${address}`, max: 50 });
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const userId = await consumeMailLink(tx, hashOf(token), "sign_in", now);
    const user = userId ? await findUser(userId, tx) : null;
    if (!user || user.disabled) return invalid(GONE);
    return ok(user);
  });
}

const resetInput = useInput.extend({ password: passwordInput });

/** Sets a new password by a mailed link, and ends all sessions of the person. */
export async function resetPassword(
  input: z.input<typeof resetInput>,
  now: Date,
): Promise<Result<{ email: string }, Failure>> {
  const parsed = parseInput(resetInput, input);
  if (!parsed.ok) return parsed;
  const { token, password, address } = parsed.value;
  const allowed = await limitAttempts({ key: `reset:address:${address}`, max: 50 });
  if (!allowed.ok) return allowed;
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const userId = await consumeMailLink(tx, hashOf(token), "reset", now);
    const user = userId ? await findUser(userId, tx) : null;
    if (!user || user.disabled || !(await canUsePassword(user.id))) return invalid(GONE);
    await updateUser(tx, user.id, { passwordHash, mustChangePassword: false, endSessions: true });
    // Earlier links no longer work after this.
    await closeMailLinks(tx, user.id, now);
    await appendAuditEvent(tx, {
      actorId: user.id,
      action: "user.reset-password",
      targetType: "user",
      targetId: user.id,
    });
    return ok({ email: user.email });
  });
}
