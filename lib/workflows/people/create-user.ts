import { makePassword } from "@/lib/credentials/make-password";
import { hashPassword } from "@/lib/credentials/password";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import { findUserByEmail, insertUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { type PersonInput, personInput } from "./person-input";

/**
 * Registers a person from the command line, which only the operator of the installation can reach.
 * @returns the one-time password, which is not stored in readable form
 */
export async function createUser(
  input: PersonInput,
): Promise<Result<{ id: string; password: string }, Failure>> {
  const parsed = parseInput(personInput, input);
  if (!parsed.ok) return parsed;
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    if (await findUserByEmail(parsed.value.email, tx))
      return invalid("Someone is already registered with this address.");
    const user = await insertUser(tx, { ...parsed.value, passwordHash, mustChangePassword: true });
    await appendAuditEvent(tx, {
      actorId: null,
      action: "user.create",
      targetType: "user",
      targetId: user.id,
      to: parsed.value,
    });
    return ok({ id: user.id, password });
  });
}
