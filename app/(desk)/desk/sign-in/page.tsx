import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { MailLinkForm } from "@/components/sign-in/mail-link-form";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import signInStyles from "@/components/sign-in/sign-in.module.css";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { askForLinkAction } from "./actions";
import { sentenceFor } from "./sentence-for";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<"next" | "error" | "by", string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const next = sameSitePath(asked.next);
  const session = await findSession();
  if (session) redirect(session.missing ? pageOfStep(session.missing, next) : next);
  const { providers, passwordsOff, mailLinks } = await getSignInPolicy();
  const failure = sentenceFor(asked.error, providers.find(({ id }) => id === asked.by)?.name);
  return (
    <main id="content" className={styles.narrow}>
      <h1>
        <span aria-hidden="true">†</span> Sign in
      </h1>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {passwordsOff ? (
        <>
          <ProviderButtons providers={providers} next={next} />
          {mailLinks && (
            <>
              <p className={signInStyles.or}>or</p>
              <MailLinkForm purpose="sign_in" ask={askForLinkAction} />
            </>
          )}
          <details className={signInStyles.aside}>
            <summary>The first administrator’s way in</summary>
            <SignInForm next={next} />
          </details>
        </>
      ) : (
        <>
          <SignInForm next={next} askForLink={mailLinks ? askForLinkAction : undefined} />
          {providers.length > 0 && (
            <>
              <p className={signInStyles.or}>or</p>
              <ProviderButtons providers={providers} next={next} />
            </>
          )}
        </>
      )}
      <p className={`${styles.meta} ${signInStyles.foot}`}>
        No account yet? An administrator of your desk can invite you. <a href="/">Reader pages</a>
      </p>
    </main>
  );
}
