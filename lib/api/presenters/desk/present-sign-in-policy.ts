import type { z } from "zod";
import type { SignInWays } from "@/lib/workflows/sign-in/sign-in-policy";
import type { signInPolicySchema } from "../../schemas/desk/sign-in-policy";
import { stateRevision } from "../../state-revision";

export function presentSignInPolicy(ways: SignInWays): z.output<typeof signInPolicySchema> {
  const { secondFactorRequired, passwordsOff, passwordsOffBySetting, providers, mailLinks } = ways;
  return {
    secondFactorRequired,
    passwordsOff,
    passwordsOffBySetting,
    providers: providers.map(({ id, name }) => ({ id, name })),
    mailLinks,
  };
}

/** The revision of what an edit can change. */
export const signInPolicyRevision = ({ secondFactorRequired, passwordsOff }: SignInWays) => ({
  revision: stateRevision({ secondFactorRequired, passwordsOff }),
});
