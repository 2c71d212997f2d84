import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn } from "@/lib/workflows/sign-in";

/**
 * next-auth with passwords. Its credentials need tokens instead of stored sessions; the epoch is what makes them revocable, see
 * find-actor.ts.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 14 * 24 * 60 * 60 },
  pages: { signIn: "/desk/sign-in", error: "/desk/sign-in" },
  providers: [
    Credentials({
      name: "Password",
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials, request) {
        const forwarded: unknown = request.headers?.["x-forwarded-for"];
        const result = await signIn({
          email: credentials?.email ?? "",
          password: credentials?.password ?? "",
          address:
            typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "").slice(0, 100) : "",
        });
        // next-auth hands the message to the sign-in page.
        if (!result.ok) throw new Error(result.error.message);
        const { id, name, email, sessionEpoch } = result.value;
        return { id, name, email, sessionEpoch };
      },
    }),
  ],
  // A token holds who, and in which epoch it was made. Nothing in it is trusted without a look at the person.
  callbacks: {
    jwt({ token, user }) {
      if (user && "sessionEpoch" in user) return { sub: user.id, epoch: user.sessionEpoch };
      return token;
    },
    session({ session, token }) {
      return {
        expires: session.expires,
        token: { sub: token.sub, epoch: token.epoch },
      };
    },
    redirect({ url, baseUrl }) {
      return url.startsWith("/") && !url.startsWith("//") ? url : baseUrl;
    },
  },
};
