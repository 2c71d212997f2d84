import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { verifyPassword } from "@/lib/credentials/password";
import { clearEvents, uncountEvent } from "@/lib/db/rate-limits";
import { findCredentials, findFirstAdministratorId, normaliseEmail, type User } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "./limit-attempts";
import { recordSignInEvent } from "./record-sign-in-event";
import { getSignInPolicy } from "./sign-in-policy";

const inputSchema = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  /** The network address of the attempt, if known. */
  address: z.string().max(100),
});

/** Attempts per window: enough for honest mistakes, too few to guess. */
const MAX_ATTEMPTS = { email: 10, address: 100 } as const;

/** The same for an unknown address, a wrong password and a disabled account, so as not to reveal who is registered. */
const REFUSED = "The email address or the password is wrong. Check both and try again.";

/** Minimum duration of a refusal. Recording a failure for a known address takes time, which would reveal that it is known. */
export const REFUSAL_DURATION_MS = 300;

/** Authenticates a person by password. */
export async function signIn(input: z.input<typeof inputSchema>): Promise<Result<User, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return invalid(REFUSED);
  const { password, address } = parsed.value;
  const email = normaliseEmail(parsed.value.email);
  const keys = { email: `sign-in:email:${email}`, address: `sign-in:address:${address}` };
  const allowed = await limitAttempts(
    { key: keys.email, max: MAX_ATTEMPTS.email },
    { key: keys.address, max: MAX_ATTEMPTS.address },
  );
  if (!allowed.ok) return allowed;
  const soonest = pause(REFUSAL_DURATION_MS);
  const found = await findCredentials(email);
  const matches = await verifyPassword(found?.passwordHash ?? null, password);
  if (!found || !matches || found.user.disabled || !(await canUsePassword(found.user.id))) {
    if (found) await recordSignInEvent(found.user.id, "user.sign-in-failed", { method: "password", address });
    await soonest;
    return invalid(REFUSED);
  }
  // Only failures count against a network address: a newsroom shares one.
  await Promise.all([clearEvents(keys.email), uncountEvent(keys.address)]);
  return ok(found.user);
}

/** Whether a person can use a password. The first administrator always can, so that the desk is never locked. */
export async function canUsePassword(userId: string): Promise<boolean> {
  const { passwordsOff } = await getSignInPolicy();
  return !passwordsOff || (await findFirstAdministratorId()) === userId;
}
