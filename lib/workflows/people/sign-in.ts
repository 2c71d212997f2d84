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

const input = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  /** Where the try comes from, as far as it is known. */
  address: z.string().max(100),
});

/** Tries in a window: enough for a bad day, too few for a guess. */
const MOST = { email: 10, address: 100 } as const;

/** The same for an unknown address, a wrong password and a disabled account: it tells nobody who is registered. */
const REFUSED = "The address or the password is not right. Check both and try again.";

/** Milliseconds that a refusal takes at least. What is noted of a known address takes time, which would tell that it is known. */
export const REFUSAL_DURATION_MS = 300;

/** Checks who somebody says they are, by their password. */
export async function signIn(given: z.input<typeof input>): Promise<Result<User, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return invalid(REFUSED);
  const { password, address } = parsed.value;
  const email = normaliseEmail(parsed.value.email);
  const keys = { email: `sign-in:email:${email}`, address: `sign-in:address:${address}` };
  const allowed = await limitAttempts(
    { key: keys.email, most: MOST.email },
    { key: keys.address, most: MOST.address },
  );
  if (!allowed.ok) return allowed;
  const soonest = pause(REFUSAL_DURATION_MS);
  const found = await findCredentials(email);
  const matches = await verifyPassword(found?.passwordHash ?? null, password);
  if (!found || !matches || found.user.disabled || !(await takesPasswordOf(found.user.id))) {
    if (found) await recordSignInEvent(found.user.id, "user.sign-in-failed", { method: "password", address });
    await soonest;
    return invalid(REFUSED);
  }
  // Only what fails counts against an address: a newsroom shares one.
  await Promise.all([clearEvents(keys.email), uncountEvent(keys.address)]);
  return ok(found.user);
}

/** Whether somebody may use a password; the first administrator always may, so that nobody is locked out of the desk. */
export async function takesPasswordOf(userId: string): Promise<boolean> {
  const { passwordsOff } = await getSignInPolicy();
  return !passwordsOff || (await findFirstAdministratorId()) === userId;
}
