import type { Metadata } from "next";
import { SignOutEverywhere } from "@/components/desk/account-panel";
import { ChangePasswordForm } from "@/components/desk/change-password-form";
import styles from "@/components/desk/desk-page.module.css";
import { TokenPanel } from "@/components/desk/token-panel";
import { requireActor } from "@/lib/auth/require-actor";
import { listTokens } from "@/lib/workflows/api-tokens";
import { changePasswordAction, signOutEverywhereAction } from "../../account-actions";
import { createTokenAction, revokeTokenAction } from "../../token-actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireActor("/desk/account");
  const listed = await listTokens(actor);
  const tokens = listed.ok ? listed.value : [];
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
      <section className={styles.section} aria-labelledby="tokens-title">
        <h2 id="tokens-title">
          API tokens {tokens.length > 0 && <span className={styles.count}>{tokens.length}</span>}
        </h2>
        <p>
          A program that has a token acts as you, with your rights and under your name. Give each program one
          of its own, and revoke it when it is done.
        </p>
        <TokenPanel
          tokens={tokens.map(({ ownerId: _, ...token }) => token)}
          actions={{ create: createTokenAction, revoke: revokeTokenAction }}
        />
      </section>
    </main>
  );
}
