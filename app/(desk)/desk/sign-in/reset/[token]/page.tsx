import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { LinkGone } from "@/components/sign-in/link-gone";
import { findMailLink } from "@/lib/workflows/people/mail-links";
import { resetPasswordAction } from "../../actions";

export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findMailLink(token, "reset", new Date());
  if (!link) return <LinkGone again="/desk/sign-in/forgot" />;
  async function reset(password: string) {
    "use server";
    return resetPasswordAction({ token, password });
  }
  return (
    <main id="content" className={styles.narrow}>
      <h1>Choose a new password</h1>
      <p>For {link.email}. All your sessions end, on every device.</p>
      <ChoosePasswordForm
        email={link.email}
        label="New password"
        submit="Choose this password"
        choose={reset}
      />
    </main>
  );
}
