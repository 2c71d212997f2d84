import { z } from "zod";
import { verifyPassword } from "@/lib/auth/password";
import { clearEvents, countEvent } from "@/lib/db/rate-limits";
import { findCredentials, normaliseEmail, noteSignIn, type User } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "./refusals";

const input = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  /** Where the try comes from, as far as it is known. */
  address: z.string().max(100),
});

/** Tries in a window, of either kind: enough for a bad day, too few for a guess. */
const LIMITS = { email: 10, address: 100, windowSeconds: 15 * 60 } as const;

/** The same for an unknown address, a wrong password and a disabled account: it tells nobody who is registered. */
const REFUSED = "The address or the password is not right. Check both and try again.";

/** Checks who somebody says they are. */
export async function signIn(given: z.input<typeof input>): Promise<Result<User, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return invalid(REFUSED);
  const { password, address } = parsed.value;
  const email = normaliseEmail(parsed.value.email);
  const keys = { email: `sign-in:email:${email}`, address: `sign-in:address:${address}` };
  const [byEmail, byAddress] = await Promise.all([
    countEvent(keys.email, LIMITS.windowSeconds),
    countEvent(keys.address, LIMITS.windowSeconds),
  ]);
  if (byEmail.count > LIMITS.email || byAddress.count > LIMITS.address) {
    const retryAfter = Math.max(byEmail.secondsLeft, 1);
    return err({
      kind: "rate-limited",
      message: `Too many tries. Wait ${Math.ceil(retryAfter / 60)} minutes and try again.`,
      retryAfter,
    });
  }
  const found = await findCredentials(email);
  const matches = await verifyPassword(found?.passwordHash ?? null, password);
  if (!found || !matches || found.user.disabled) return invalid(REFUSED);
  await clearEvents(keys.email);
  await noteSignIn(found.user.id);
  return ok(found.user);
}
