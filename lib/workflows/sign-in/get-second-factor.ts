import { countRecoveryCodes, findSecondFactor } from "@/lib/db/second-factors";
import type { Actor } from "@/lib/policies/actor";
import { getSignInPolicy } from "./sign-in-policy";

export interface SecondFactorState {
  on: boolean;
  required: boolean;
  recoveryCodesLeft: number;
}

/** The state of the actor's second factor. */
export async function getSecondFactorState(actor: Actor): Promise<SecondFactorState> {
  const [factor, policy, recoveryCodesLeft] = await Promise.all([
    findSecondFactor(actor.id),
    getSignInPolicy(),
    countRecoveryCodes(actor.id),
  ]);
  return { on: factor?.confirmed ?? false, required: policy.secondFactorRequired, recoveryCodesLeft };
}
