import type { Metadata } from "next";
import { SignOutEverywhere } from "@/components/account/account-panel";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { DateSettingsForm } from "@/components/account/date-settings-form";
import { IdentityList } from "@/components/account/identity-list";
import { SecondFactorPanel } from "@/components/account/second-factor-panel";
import { SessionList } from "@/components/account/session-list";
import { TokenPanel } from "@/components/account/token-panel";
import styles from "@/components/desk/desk-page.module.css";
import { rich } from "@/components/words/rich";
import { findSession } from "@/lib/auth/find-actor";
import { findOwnSettings, requestDateStyle } from "@/lib/auth/request-dates";
import { requireActor } from "@/lib/auth/require-actor";
import { isGuest, ROLES } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";
import { listTokens } from "@/lib/workflows/people/api-tokens";
import { type Account, getAccount } from "@/lib/workflows/people/get-account";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { changePasswordAction, signOutEverywhereAction } from "../../account-actions";
import { setDatesAction } from "../../personal-actions";
import { beginSecondFactorAction, confirmSecondFactorAction } from "../../second-factor/actions";
import { createTokenAction, revokeTokenAction } from "../../token-actions";
import {
  removeSecondFactorAction,
  renewRecoveryCodesAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  unlinkIdentityAction,
} from "./actions";

const t = words("account");
const signIn = words("signIn");

export const metadata: Metadata = { title: t("title") };

export default async function AccountPage() {
  const actor = await requireActor("/desk/account", ROLES);
  const listed = await listTokens(actor);
  const tokens = listed.ok ? listed.value : [];
  const [session, account, policy, { dates }, requestStyle] = await Promise.all([
    findSession(),
    getAccount(actor, new Date()),
    getSignInPolicy(),
    findOwnSettings(),
    requestDateStyle(),
  ]);
  const providerName = (method: string) => policy.providers.find(({ id }) => id === method)?.name ?? method;
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("title")}</h1>
      <p>{t("person", { name: actor.name, email: actor.email })}</p>
      <p>
        <a href="/desk/account/shortcuts">{words("shortcuts")("title")}</a>
      </p>
      <section className={styles.section} aria-labelledby="dates-title">
        <h2 id="dates-title">{t("dates.title")}</h2>
        <DateSettingsForm stored={dates} current={requestStyle} save={setDatesAction} />
      </section>
      <section className={styles.section} aria-labelledby="password-title">
        <h2 id="password-title">{t("password.title")}</h2>
        <Password state={account.password} email={actor.email} mailLinks={policy.mailLinks} />
      </section>
      <section className={styles.section} aria-labelledby="second-factor-title">
        <h2 id="second-factor-title">{signIn("secondFactor")}</h2>
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
            {t("identity.title")} <span className={styles.count}>{account.identities.length}</span>
          </h2>
          <IdentityList
            identities={account.identities.map(({ id, method, email, lastUsedAt }) => ({
              id,
              provider: providerName(method),
              email,
              lastUsedAt,
            }))}
            unlink={unlinkIdentityAction}
          />
        </section>
      )}
      <section className={styles.section} aria-labelledby="sessions-title">
        <h2 id="sessions-title">
          {t("session.title")} <span className={styles.count}>{account.sessions.length}</span>
        </h2>
        <SessionList
          sessions={account.sessions.map(({ id, device, address, method, createdAt, lastSeenAt }) => ({
            id,
            device,
            address,
            method,
            provider: providerName(method),
            createdAt,
            lastSeenAt,
            current: id === session?.id,
          }))}
          revoke={revokeSessionAction}
          revokeOthers={revokeOtherSessionsAction}
        />
        <p className={styles.hint}>{t("session.hint")}</p>
        <SignOutEverywhere signOut={signOutEverywhereAction} />
      </section>
      {!isGuest(actor) && (
        <section className={styles.section} aria-labelledby="tokens-title">
          <h2 id="tokens-title">
            {t("token.title")} {tokens.length > 0 && <span className={styles.count}>{tokens.length}</span>}
          </h2>
          <p>{t("token.about")}</p>
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
      {t(state === "off" ? "password.off" : "password.none")}{" "}
      {state === "none" &&
        mailLinks &&
        rich(t, "password.emailLink", { link: (text) => <a href="/desk/sign-in/forgot">{text}</a> })}
    </p>
  );
}
