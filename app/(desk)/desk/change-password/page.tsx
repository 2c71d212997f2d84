import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import styles from "@/components/desk/desk-page.module.css";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { words } from "@/lib/words/words";
import { changePasswordAction } from "../account-actions";

const t = words("signIn");

export const metadata: Metadata = { title: t("password.choose") };

/** The page that a person with a one-time password has to complete first. */
export default async function ChangePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", next));
  if (session.missing !== "choose-password")
    redirect(session.missing ? pageOfStep(session.missing, next) : next);
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("password.chooseOwn")}</h1>
      <p>{t("password.oneTime")}</p>
      <ChangePasswordForm email={session.person.email} next={next} change={changePasswordAction} />
    </main>
  );
}
