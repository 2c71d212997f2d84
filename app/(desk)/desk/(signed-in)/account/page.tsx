import type { Metadata } from "next";
import { SignOutEverywhere } from "@/components/account/account-panel";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { IdentityList } from "@/components/account/identity-list";
import { SecondFactorPanel } from "@/components/account/second-factor-panel";
import { SessionList } from "@/components/account/session-list";
import { TokenPanel } from "@/components/account/token-panel";
import styles from "@/components/desk/desk-page.module.css";
import { findSession } from "@/lib/auth/find-actor";
import { requireActor } from "@/lib/auth/require-actor";
import { isGuest, ROLES } from "@/lib/policies/actor";
import { listTokens } from "@/lib/workflows/people/api-tokens";
import { type Account, getAccount } from "@/lib/workflows/people/get-account";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { changePasswordAction, signOutEverywhereAction } from "../../account-actions";
import { beginSecondFactorAction, confirmSecondFactorAction } from "../../second-factor/actions";
import { createTokenAction, revokeTokenAction } from "../../token-actions";
import {
  removeSecondFactorAction,
  renewRecoveryCodesAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  unlinkIdentityAction,
} from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireActor("/desk/account", ROLES);
  const listed = await listTokens(actor);
  const tokens = listed.ok ? listed.value : [];
  const [session, account, policy] = await Promise.all([
    findSession(),
    getAccount(actor, new Date()),
    getSignInPolicy(),
  ]);
  const nameOf = (method: string) => policy.providers.find(({ id }) => id === method)?.name ?? method;
  const wayIn = (method: string) =>
    method === "password"
      ? "with a password"
      : method === "mail_link"
        ? "by a mailed link"
        : `through ${nameOf(method)}`;
  return (
    <main id="content" className={styles.narrow}>
      <h1>Your account</h1>
      <p>
        {actor.name}, {actor.email}
      </p>
      <section className={styles.section} aria-labelledby="password-title">
        <h2 id="password-title">Change your password</h2>
        <Password state={account.password} email={actor.email} mailLinks={policy.mailLinks} />
      </section>
      <section className={styles.section} aria-labelledby="second-factor-title">
        <h2 id="second-factor-title">Second factor</h2>
        <SecondFactorPanel
          state={account.secondFactor}
          actions={{
            begin: beginSecondFactorAction,
            confirm: confirmSecondFactorAction,
            renew: renewRecoveryCodesAction,
            remove: removeSecondFactorAction,
          }}
        />
      </section>
      {account.identities.length > 0 && (
        <section className={styles.section} aria-labelledby="identities-title">
          <h2 id="identities-title">
            Linked accounts <span className={styles.count}>{account.identities.length}</span>
          </h2>
          <IdentityList
            identities={account.identities.map(({ id, method, email, lastUsedAt }) => ({
              id,
              provider: nameOf(method),
              email,
              lastUsedAt,
            }))}
            unlink={unlinkIdentityAction}
          />
        </section>
      )}
      <section className={styles.section} aria-labelledby="sessions-title">
        <h2 id="sessions-title">
          Sessions <span className={styles.count}>{account.sessions.length}</span>
        </h2>
        <SessionList
          sessions={account.sessions.map(({ id, device, address, method, createdAt, lastSeenAt }) => ({
            id,
            device,
            address,
            method: wayIn(method),
            createdAt,
            lastSeenAt,
            current: id === session?.id,
          }))}
          revoke={revokeSessionAction}
          revokeOthers={revokeOtherSessionsAction}
        />
        <p className={styles.hint}>
          If you signed in on a device that you do not have any more, end its session, or every session, this
          one too.
        </p>
        <SignOutEverywhere signOut={signOutEverywhereAction} />
      </section>
      {!isGuest(actor) && (
        <section className={styles.section} aria-labelledby="tokens-title">
          <h2 id="tokens-title">
            API tokens {tokens.length > 0 && <span className={styles.count}>{tokens.length}</span>}
          </h2>
          <p>
            A program that has a token acts as you, with your rights and under your name. Give each program
            one of its own, and revoke it when it is done.
          </p>
          <TokenPanel
            tokens={tokens.map(({ ownerId: _, ...token }) => token)}
            actions={{ create: createTokenAction, revoke: revokeTokenAction }}
          />
        </section>
      )}
    </main>
  );
}

function Password({
  state,
  email,
  mailLinks,
}: {
  state: Account["password"];
  email: string;
  mailLinks: boolean;
}) {
  if (state === "set")
    return <ChangePasswordForm email={email} next="/desk/account" change={changePasswordAction} />;
  return (
    <p className={styles.hint}>
      {state === "off"
        ? "Passwords are off at this desk: you come in through your provider."
        : "You have no password: you come in through your provider."}
      {state === "none" && mailLinks && (
        <>
          {" "}
          <a href="/desk/sign-in/forgot">Have a link mailed</a> to choose one.
        </>
      )}
    </p>
  );
}
