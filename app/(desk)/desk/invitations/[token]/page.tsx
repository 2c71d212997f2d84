import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import signInStyles from "@/components/sign-in/sign-in.module.css";
import { rich } from "@/components/words/rich";
import { findVisitor } from "@/lib/auth/find-visitor";
import { requestDateStyle } from "@/lib/auth/request-dates";
import { makeDates } from "@/lib/personal/dates";
import { words } from "@/lib/words/words";
import { acceptInvitation, findInvitation } from "@/lib/workflows/people/invitations";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";

const t = words("signIn");

export const metadata: Metadata = { title: t("invitation"), referrer: "no-referrer" };

/** The page of an invitation link. It needs no session: the token is the authorisation. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const dates = makeDates(await requestDateStyle());
  const invitation = await findInvitation(token);
  async function accept(password: string, name?: string) {
    "use server";
    const { address } = await findVisitor();
    return acceptInvitation({ token, password, name, address });
  }
  if (invitation?.state !== "open")
    return (
      <main id="content" className={styles.narrow}>
        <h1>{t("invitation.gone")}</h1>
        <p>{rich(t, "invitation.goneHint", { link: (text) => <a href="/desk/sign-in">{text}</a> })}</p>
      </main>
    );
  const { providers, passwordsOff } = await getSignInPolicy();
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("invitation.welcome", { name: invitation.name })}</h1>
      {invitation.article ? (
        <p>
          {rich(t, "invitation.guest", {
            title: invitation.article.title,
            email: invitation.email,
            time: <time dateTime={invitation.expiresAt}>{dates.instant(invitation.expiresAt)}</time>,
          })}
        </p>
      ) : (
        <p>{t("invitation.staff", { role: invitation.role, email: invitation.email })}</p>
      )}
      {!passwordsOff && (
        <ChoosePasswordForm
          email={invitation.email}
          label={t("password.choose")}
          submit={t(invitation.article ? "invitation.openArticle" : "invitation.join")}
          name={invitation.article ? invitation.name : undefined}
          choose={accept}
        />
      )}
      {providers.length > 0 && (
        <>
          <p className={passwordsOff ? undefined : signInStyles.or}>
            {t(passwordsOff ? "invitation.joinWith" : "or")}
          </p>
          <ProviderButtons providers={providers} next="/desk" />
        </>
      )}
    </main>
  );
}
