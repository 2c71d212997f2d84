import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { getSignInPolicyRow, type SignInPolicy, saveSignInPolicy } from "@/lib/db/sign-in-policies";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { ProviderId } from "@/lib/sign-in-settings";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

/** How people sign in, as the settings and the administrators have it together. */
export interface SignInWays extends SignInPolicy {
  /** Passwords are off by a setting of the installation, which the desk cannot change. */
  passwordsOffBySetting: boolean;
  providers: { id: ProviderId; name: string }[];
  mailLinks: boolean;
}

export async function getSignInPolicy(): Promise<SignInWays> {
  const { providers, passwordsOff } = env().signIn;
  const row = await getSignInPolicyRow();
  return {
    secondFactorRequired: row.secondFactorRequired,
    // When the last provider is taken out of the settings, passwords are back.
    passwordsOff: providers.length > 0 && (passwordsOff || row.passwordsOff),
    passwordsOffBySetting: passwordsOff,
    providers: providers.map(({ id, name }) => ({ id, name })),
    mailLinks: isMailEnabled(),
  };
}

const input = z.object({ secondFactorRequired: z.boolean(), passwordsOff: z.boolean() });

/** Chooses how people sign in. */
export async function setSignInPolicy(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "set-sign-in-policy", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  if (parsed.value.passwordsOff && env().signIn.providers.length === 0)
    return invalid("Passwords can be turned off only where people can sign in through a provider.");
  return inTransaction(async (tx) => {
    const before = await getSignInPolicyRow(tx);
    // What is set outside the desk is not taken over into it.
    const passwordsOff = env().signIn.passwordsOff ? before.passwordsOff : parsed.value.passwordsOff;
    const after = { ...parsed.value, passwordsOff };
    await saveSignInPolicy(tx, after, actor.id);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "sign-in-policy.change",
      targetType: "sign-in-policy",
      targetId: "1",
      from: before,
      to: after,
    });
    return ok(null);
  });
}
