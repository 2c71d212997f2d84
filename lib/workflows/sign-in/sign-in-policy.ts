import { z } from "zod";
import { isAlike } from "@/lib/claims/merge-three-ways";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { getSignInPolicyRow, type SignInPolicy, saveSignInPolicy } from "@/lib/db/sign-in-policies";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
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
  return waysOf(await getSignInPolicyRow());
}

/** The same for a person who can change it. */
export async function readSignInPolicy(actor: Actor): Promise<Result<SignInWays, Failure>> {
  const allowed = asResult(can(actor, "set-sign-in-policy", "person"));
  return allowed.ok ? ok(await getSignInPolicy()) : allowed;
}

function waysOf(row: SignInPolicy): SignInWays {
  const { providers, passwordsOff } = env().signIn;
  return {
    secondFactorRequired: row.secondFactorRequired,
    // Without any provider, passwords are on again.
    passwordsOff: providers.length > 0 && (passwordsOff || row.passwordsOff),
    passwordsOffBySetting: passwordsOff,
    providers: providers.map(({ id, name }) => ({ id, name })),
    mailLinks: isMailEnabled(),
  };
}

const policyInput = z.object({ secondFactorRequired: z.boolean(), passwordsOff: z.boolean() });

const inputSchema = policyInput.extend({
  /** What it was when the caller read it. If that has changed, nothing is changed. */
  from: policyInput.optional(),
});

/** Changes how people can sign in. */
export async function setSignInPolicy(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "set-sign-in-policy", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { from, ...policy } = parsed.value;
  const refuse = (message: string) => invalid(message, { passwordsOff: [message] });
  if (policy.passwordsOff && env().signIn.providers.length === 0)
    return refuse("Passwords can be turned off only where people can sign in through a provider.");
  return inTransaction(async (tx) => {
    const before = await getSignInPolicyRow(tx);
    // An installation setting is not copied into the desk's own.
    const ways = waysOf(before);
    // A call that is repeated after a lost answer finds what it set.
    const isSet =
      before.secondFactorRequired === policy.secondFactorRequired &&
      before.passwordsOff === policy.passwordsOff;
    if (isSet) return ok(null);
    if (from && !isAlike(from, policyInput.parse(ways)))
      return err({
        kind: "stale",
        message: "Someone else changed how people sign in. Check what it is now, then repeat your change.",
        current: ways,
      });
    if (ways.passwordsOffBySetting && ways.passwordsOff && !policy.passwordsOff)
      return refuse("Passwords are turned off in the settings of the server. Turn them on there.");
    const passwordsOff = env().signIn.passwordsOff ? before.passwordsOff : policy.passwordsOff;
    const after = { ...policy, passwordsOff };
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
