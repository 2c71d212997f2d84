import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import signInStyles from "@/components/sign-in/sign-in.module.css";
import { findVisitor } from "@/lib/auth/find-visitor";
import { formatInstant } from "@/lib/format-date";
import { acceptInvitation, findInvitation } from "@/lib/workflows/people/invitations";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

/** Where an invitation's link leads. The token is the authorisation. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  async function accept(password: string, name?: string) {
    "use server";
    const { address } = await findVisitor();
    return acceptInvitation({ token, password, name, address });
  }
  if (invitation?.state !== "open")
    return (
      <main id="content" className={styles.narrow}>
        <h1>This invitation cannot be used</h1>
        <p>
          It was used, withdrawn, or has expired. Ask whoever sent it for a new one, or{" "}
          <a href="/desk/sign-in">sign in</a> if you have an account.
        </p>
      </main>
    );
  const { providers, passwordsOff } = await getSignInPolicy();
  return (
    <main id="content" className={styles.narrow}>
      <h1>Welcome, {invitation.name}</h1>
      {invitation.article ? (
        <p>
          You are invited to review the fact-check of “{invitation.article.title}”, with the address{" "}
          {invitation.email}. You will read its claims and sources, comment, and give your own rating. Your
          access ends on <time dateTime={invitation.expiresAt}>{formatInstant(invitation.expiresAt)}</time>.
        </p>
      ) : (
        <p>
          You are invited to the fact-checking desk as{" "}
          {invitation.role === "checker" ? "a checker" : `an ${invitation.role}`}, with the address{" "}
          {invitation.email}.
        </p>
      )}
      {!passwordsOff && (
        <ChoosePasswordForm
          email={invitation.email}
          label="Choose a password"
          submit={invitation.article ? "Go to the article" : "Join the desk"}
          name={invitation.article ? invitation.name : undefined}
          choose={accept}
        />
      )}
      {providers.length > 0 && (
        <>
          <p className={passwordsOff ? undefined : signInStyles.or}>
            {passwordsOff ? "Join with the account that has this address:" : "or"}
          </p>
          <ProviderButtons providers={providers} next="/desk" />
        </>
      )}
    </main>
  );
}
