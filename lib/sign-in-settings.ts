import { z } from "zod";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** The variables of `lib/env.ts` for signing in. */
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

/** An external identity provider. */
export interface ProviderSettings {
  id: ProviderId;
  /** As shown on the button. */
  name: string;
  /** A subject identifies a person only together with its issuer. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface SignInSettings {
  providers: ProviderSettings[];
  /** Passwords are refused, whatever the desk's own setting; the first administrator can still use theirs. */
  passwordsOff: boolean;
}

type Variables = { [Name in keyof typeof signInVariables]?: string | undefined };

/** The providers that are fully configured. */
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
