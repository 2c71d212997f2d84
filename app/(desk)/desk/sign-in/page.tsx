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
import { PRODUCT } from "@/lib/product";
import { words } from "@/lib/words/words";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { requestLinkAction } from "./actions";
import { providerErrorMessage } from "./provider-error-message";

const t = words("signIn");
const desk = words("desk");

export const metadata: Metadata = { title: t("signIn") };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<"next" | "error" | "by", string | string[] | undefined>>;
}) {
  const params = await searchParams;
  const next = sameSitePath(params.next);
  const session = await findSession();
  if (session) redirect(session.missing ? pageOfStep(session.missing, next) : next);
  const [{ providers, passwordsOff, mailLinks }, { organisation }] = await Promise.all([
    getSignInPolicy(),
    readDeskSettings(),
  ]);
  const failure = providerErrorMessage(params.error, providers.find(({ id }) => id === params.by)?.name);
  return (
    <main id="content" className={styles.narrow}>
      <p className={signInStyles.desk}>
        <span aria-hidden="true">†</span> {PRODUCT}
        {organisation.name && organisation.name !== PRODUCT && ` · ${organisation.name}`}
      </p>
      <h1>{t("signIn")}</h1>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {passwordsOff ? (
        <>
          <ProviderButtons providers={providers} next={next} />
          {mailLinks && (
            <>
              <p className={signInStyles.or}>{t("or")}</p>
              <MailLinkForm purpose="sign_in" request={requestLinkAction} />
            </>
          )}
          <details className={signInStyles.aside}>
            <summary>{t("firstAdministrator")}</summary>
            <SignInForm next={next} />
          </details>
        </>
      ) : (
        <>
          <SignInForm next={next} requestLink={mailLinks ? requestLinkAction : undefined} />
          {!mailLinks && <p className={`${styles.meta} ${signInStyles.forgot}`}>{t("password.forgotAsk")}</p>}
          {providers.length > 0 && (
            <>
              <p className={signInStyles.or}>{t("or")}</p>
              <ProviderButtons providers={providers} next={next} />
            </>
          )}
        </>
      )}
      <p className={`${styles.meta} ${signInStyles.foot}`}>
        {t("noAccount")} <a href="/">{desk("readerPages")}</a>
      </p>
    </main>
  );
}
