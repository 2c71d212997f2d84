import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { MailLinkForm } from "@/components/sign-in/mail-link-form";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { words } from "@/lib/words/words";
import { requestLinkAction } from "../actions";

const t = words("signIn");

export const metadata: Metadata = { title: t("password.forgot") };

export default function ForgotPage() {
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("password.forgot")}</h1>
      {isMailEnabled() ? (
        <>
          <p>{t("password.forgotHint")}</p>
          <MailLinkForm purpose="reset" request={requestLinkAction} />
        </>
      ) : (
        <p>{t("link.noMail")}</p>
      )}
      <p>
        <a href="/desk/sign-in">{t("backToSignIn")}</a>
      </p>
    </main>
  );
}
