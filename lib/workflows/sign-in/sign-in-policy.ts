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

/** How people can sign in, from the installation's settings and the administrators' choices. */
export interface SignInWays extends SignInPolicy {
  /** Passwords are off by an installation setting, which the desk cannot change. */
  passwordsOffBySetting: boolean;
  providers: { id: ProviderId; name: string }[];
  mailLinks: boolean;
}

export async function getSignInPolicy(): Promise<SignInWays> {
  const { providers, passwordsOff } = env().signIn;
  const row = await getSignInPolicyRow();
  return {
    secondFactorRequired: row.secondFactorRequired,
    // Without any provider, passwords are on again.
    passwordsOff: providers.length > 0 && (passwordsOff || row.passwordsOff),
    passwordsOffBySetting: passwordsOff,
    providers: providers.map(({ id, name }) => ({ id, name })),
    mailLinks: isMailEnabled(),
  };
}

const inputSchema = z.object({ secondFactorRequired: z.boolean(), passwordsOff: z.boolean() });

/** Changes how people can sign in. */
export async function setSignInPolicy(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "set-sign-in-policy", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  if (parsed.value.passwordsOff && env().signIn.providers.length === 0)
    return invalid("Passwords can be turned off only where people can sign in through a provider.");
  return inTransaction(async (tx) => {
    const before = await getSignInPolicyRow(tx);
    // An installation setting is not copied into the desk's own.
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
