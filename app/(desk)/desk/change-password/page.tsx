import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import styles from "@/components/desk/desk-page.module.css";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { changePasswordAction } from "../account-actions";

export const metadata: Metadata = { title: "Choose a password" };

/** Where somebody with a one-time password comes first. */
export default async function ChangePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign in", next));
  if (session.missing !== "choose a password")
    redirect(session.missing ? pageOfStep(session.missing, next) : next);
  return (
    <main id="content" className={styles.narrow}>
      <h1>Choose a password of your own</h1>
      <p>You signed in with a one-time password. It has to be changed before you go on.</p>
      <ChangePasswordForm email={session.person.email} next={next} change={changePasswordAction} />
    </main>
  );
}
