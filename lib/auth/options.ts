import type { NextAuthOptions, User as NextAuthUser } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { SignInMethod } from "@/lib/db/sessions";
import { env } from "@/lib/env";
import type { ProviderSettings } from "@/lib/sign-in-settings";
import { admitExternal, findTiedUser } from "@/lib/workflows/people/admit-external";
import { signInByMailLink } from "@/lib/workflows/people/mail-links";
import { endSession } from "@/lib/workflows/sign-in/sessions";
import { signIn } from "@/lib/workflows/sign-in/sign-in";
import { SESSION_SECONDS, startSession } from "@/lib/workflows/sign-in/start-session";
import { findVisitor } from "./find-visitor";
import { nextAuthProviders, type ProviderClaims } from "./providers";
import { sameSitePath } from "./same-site-path";

/** The cookie's content: person, session and epoch. It is always checked against the stored session. */
export interface SessionToken {
  sub?: string;
  sid?: string;
  epoch?: number;
}

const methods: Record<string, SignInMethod> = { credentials: "password", "mail-link": "mail_link" };

/**
 * next-auth with passwords, mailed links and the configured providers. Its credentials providers require tokens instead of stored sessions;
 * the token refers to a session of ours, which makes it revocable: see find-actor.ts.
 */
export function authOptions(): NextAuthOptions {
  const { providers } = env().signIn;
  const settingsOf = (id: string) => providers.find((provider) => provider.id === id);
  return {
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/desk/sign-in", error: "/desk/sign-in" },
    providers: [
      Credentials({
        name: "Password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials) {
          const { address } = await findVisitor();
          const result = await signIn({
            email: credentials?.email ?? "",
            password: credentials?.password ?? "",
            address,
          });
          // next-auth passes the message to the sign-in page.
          if (!result.ok) throw new Error(result.error.message);
          return { id: result.value.id };
        },
      }),
      Credentials({
        id: "mail-link",
        name: "Link by mail",
        credentials: { token: { type: "text" } },
        async authorize(credentials) {
          const { address } = await findVisitor();
          const result = await signInByMailLink({ token: credentials?.token ?? "", address }, new Date());
          if (!result.ok) throw new Error(result.error.message);
          return { id: result.value.id };
        },
      }),
      ...nextAuthProviders(providers),
    ],
    callbacks: {
      async signIn({ user, account }) {
        const settings = account?.type === "oauth" ? settingsOf(account.provider) : undefined;
        if (!settings) return account?.type === "credentials";
        const admission = await admitExternal(externalPerson(settings, user), new Date());
        return admission.kind === "admitted" || `/desk/sign-in?error=${admission.kind}&by=${settings.id}`;
      },
      async jwt({ token, user, account }) {
        // Only set when a person signs in.
        if (!account) return token;
        const settings = account.type === "oauth" ? settingsOf(account.provider) : undefined;
        const userId = settings ? await findTiedUser(settings.issuer, account.providerAccountId) : user.id;
        const method = settings?.id ?? methods[account.provider];
        if (!userId || !method) throw new Error("sign-in without a person or method");
        const { device, address } = await findVisitor();
        const started = await startSession({ userId, method, device, address }, new Date());
        if (!started.ok) throw new Error(started.error.message);
        return { sub: userId, sid: started.value.id, epoch: started.value.epoch };
      },
      session({ session, token }) {
        return { expires: session.expires, token: { sub: token.sub, sid: token.sid, epoch: token.epoch } };
      },
      redirect({ url, baseUrl }) {
        return sameSitePath(url, baseUrl);
      },
    },
    events: {
      async signOut({ token }) {
        const { sub, sid } = (token ?? {}) as SessionToken;
        if (sub && sid) await endSession(sub, sid, new Date());
      },
    },
  };
}

function externalPerson({ id, issuer }: ProviderSettings, user: NextAuthUser) {
  const { id: subject, email, emailVerified } = user as NextAuthUser & ProviderClaims;
  return { method: id, issuer, subject, email: email ?? null, emailVerified };
}
