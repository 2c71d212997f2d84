import type { Metadata } from "next";
import { SignOutEverywhere } from "@/components/desk/account-panel";
import { ChangePasswordForm } from "@/components/desk/change-password-form";
import styles from "@/components/desk/desk-page.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { changePasswordAction, signOutEverywhereAction } from "../../account-actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireActor("/desk/account");
  return (
    <main id="content" className={styles.narrow}>
      <h1>Your account</h1>
      <p>
        {actor.name}, {actor.email}
      </p>
      <section className={styles.section} aria-labelledby="password-title">
        <h2 id="password-title">Change your password</h2>
        <ChangePasswordForm email={actor.email} next="/desk/account" change={changePasswordAction} />
      </section>
      <section className={styles.section} aria-labelledby="sessions-title">
        <h2 id="sessions-title">Sessions</h2>
        <p>If you signed in on a device that you do not have any more, end every session, this one too.</p>
        <SignOutEverywhere signOut={signOutEverywhereAction} />
      </section>
    </main>
  );
}
