import type { Provider } from "next-auth/providers/index";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { ProviderSettings } from "@/lib/sign-in-settings";

/** What Obelus needs from a provider, in one form for all. */
export interface ProviderClaims {
  id: string;
  email: string | null;
  emailVerified: boolean;
}

/** Some providers send the text "true". */
const truth = z.union([z.boolean(), z.string().transform((word) => word === "true")]).catch(false);

const claims = z.object({
  sub: z.string().min(1),
  email: z.string().nullish(),
  email_verified: truth.optional(),
});
const githubUser = z.object({ id: z.number() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Reads the claims of an ID token or of the provider's user page (OpenID Connect Core, 5.1). */
export function readClaims(profile: unknown): ProviderClaims {
  const { sub, email, email_verified } = claims.parse(profile);
  return { id: sub, email: email ?? null, emailVerified: email_verified === true };
}

/** Reads a GitHub user: only the primary address counts, and only if it is verified. */
export function readGithub(user: unknown, emails: unknown): ProviderClaims {
  const main = githubEmails.parse(emails).find(({ primary }) => primary);
  return {
    id: String(githubUser.parse(user).id),
    email: main?.email ?? null,
    emailVerified: main?.verified ?? false,
  };
}

/** The configured providers for next-auth. */
export function nextAuthProviders(providers: readonly ProviderSettings[]): Provider[] {
  return providers.map((settings) => (settings.id === "github" ? github(settings) : openId(settings)));
}

/** OpenID Connect with PKCE, state and nonce; everything else comes from the issuer's discovery document. */
function openId({ id, name, issuer, clientId, clientSecret }: ProviderSettings): OAuthConfig<unknown> {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // Some providers put the address into the ID token, others only into the userinfo response.
      async request({ client, tokens }) {
        const token = tokens.id_token ? idTokenClaims(tokens.id_token) : {};
        if ("email" in token || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token)
          return token as never;
        const page = await client.userinfo(tokens.access_token);
        if (page.sub !== token.sub) throw new Error("the provider's userinfo is about another person");
        return { ...page, ...token } as never;
      },
    },
    profile: readClaims as never,
  };
}

/** The claims of an ID token that the client has already verified. */
function idTokenClaims(token: string): Record<string, unknown> {
  const [, payload = ""] = token.split(".");
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}

function github({ id, name, clientId, clientSecret }: ProviderSettings): OAuthConfig<unknown> {
  return {
    id,
    name,
    type: "oauth",
    issuer: "https://github.com/login/oauth",
    clientId,
    clientSecret,
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    checks: ["pkce", "state"],
    userinfo: {
      async request({ tokens }) {
        const [user, emails] = await Promise.all(
          ["user", "user/emails"].map(async (path) => {
            const response = await fetch(`https://api.github.com/${path}`, {
              headers: {
                authorization: `Bearer ${tokens.access_token}`,
                accept: "application/vnd.github+json",
              },
            });
            if (!response.ok) throw new Error(`GitHub answers ${response.status} for /${path}`);
            return response.json() as Promise<unknown>;
          }),
        );
        return readGithub(user, emails) as never;
      },
    },
    profile: (claimed: unknown) => claimed as never,
  };
}
