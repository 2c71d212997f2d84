import { clientOf, type Tx } from "./transaction";

/** The administrators' choices about signing in. */
export interface SignInPolicy {
  secondFactorRequired: boolean;
  passwordsOff: boolean;
}

const shown = { secondFactorRequired: true, passwordsOff: true } as const;

export async function getSignInPolicyRow(tx?: Tx): Promise<SignInPolicy> {
  const row = await clientOf(tx).signInPolicy.findUnique({ where: { id: 1 }, select: shown });
  return row ?? { secondFactorRequired: false, passwordsOff: false };
}

export async function saveSignInPolicy(tx: Tx, policy: SignInPolicy, updatedById: string): Promise<void> {
  const data = { ...policy, updatedById };
  await clientOf(tx).signInPolicy.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
}
