import { z } from "zod";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** The variables of `lib/env.ts` that say how people may sign in. */
export const signInVariables = {
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/, error: "is not an http or https address" })),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string().max(40, "has more than 40 characters")),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  GITHUB_CLIENT_ID: optional(z.string()),
  GITHUB_CLIENT_SECRET: optional(z.string()),
  OBELUS_PASSWORDS: optional(z.enum(["on", "off"], { error: "is neither on nor off" })),
};

export type ProviderId = "oidc" | "google" | "github";

/** Somebody else who says who is there. */
export interface ProviderSettings {
  id: ProviderId;
  /** As the button says it. */
  name: string;
  /** Who vouches. A subject means somebody only together with it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface SignInSettings {
  providers: ProviderSettings[];
  /** Passwords are refused, whatever the desk's own setting says; the first administrator keeps theirs. */
  passwordsOff: boolean;
}

type Variables = { [Name in keyof typeof signInVariables]?: string | undefined };

/** The providers for which everything that they need is set. */
export function readSignInSettings(variables: Variables): SignInSettings {
  const known: [ProviderId, string, string | undefined, string | undefined, string | undefined][] = [
    [
      "oidc",
      variables.OIDC_NAME ?? "your organisation",
      variables.OIDC_ISSUER,
      variables.OIDC_CLIENT_ID,
      variables.OIDC_CLIENT_SECRET,
    ],
    [
      "google",
      "Google",
      "https://accounts.google.com",
      variables.GOOGLE_CLIENT_ID,
      variables.GOOGLE_CLIENT_SECRET,
    ],
    [
      "github",
      "GitHub",
      "https://github.com/login/oauth",
      variables.GITHUB_CLIENT_ID,
      variables.GITHUB_CLIENT_SECRET,
    ],
  ];
  return {
    providers: known.flatMap(([id, name, issuer, clientId, clientSecret]) =>
      issuer && clientId && clientSecret ? [{ id, name, issuer, clientId, clientSecret }] : [],
    ),
    passwordsOff: variables.OBELUS_PASSWORDS === "off",
  };
}
