import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { LinkGone } from "@/components/sign-in/link-gone";
import { words } from "@/lib/words/words";
import { findMailLink } from "@/lib/workflows/people/mail-links";
import { resetPasswordAction } from "../../actions";

const t = words("signIn");

export const metadata: Metadata = { title: t("password.chooseNew"), referrer: "no-referrer" };

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
      <h1>{t("password.chooseNew")}</h1>
      <p>{t("password.resetHint", { email: link.email })}</p>
      <ChoosePasswordForm
        email={link.email}
        label={t("password.new")}
        submit={t("password.set")}
        choose={reset}
      />
    </main>
  );
}
