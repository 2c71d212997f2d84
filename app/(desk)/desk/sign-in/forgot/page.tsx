import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { MailLinkForm } from "@/components/sign-in/mail-link-form";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { askForLinkAction } from "../actions";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPage() {
  return (
    <main id="content" className={styles.narrow}>
      <h1>Forgot your password?</h1>
      {isMailEnabled() ? (
        <>
          <p>We mail you a link by which you choose a new one. All your sessions end then.</p>
          <MailLinkForm purpose="reset" ask={askForLinkAction} />
        </>
      ) : (
        <p>This desk sends no mail. Ask whoever runs it.</p>
      )}
      <p>
        <a href="/desk/sign-in">Back to signing in</a>
      </p>
    </main>
  );
}
