import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { PeoplePanel } from "@/components/people/people-panel";
import { SignInPolicyForm } from "@/components/people/sign-in-policy-form";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { listPeople } from "@/lib/workflows/people/people";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import {
  changeRoleAction,
  disableAction,
  endSessionsAction,
  inviteAction,
  renewPasswordAction,
  resetSecondFactorAction,
  revokeAction,
  setSignInPolicyAction,
} from "./actions";

const t = words("people");

export const metadata: Metadata = { title: t("title") };

export default async function PeoplePage() {
  const actor = await requireActor("/desk/people", ["administrator"]);
  const [result, policy] = await Promise.all([listPeople(actor), getSignInPolicy()]);
  if (!result.ok) throw new Error(result.error.message);
  const { people, invitations } = result.value;
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{people.length}</span>
        </h1>
      </div>
      <PeoplePanel
        actorId={actor.id}
        passwordsOff={policy.passwordsOff}
        people={people.map(({ id, name, email, role, disabled, lastSignInAt, hasSecondFactor }) => ({
          id,
          name,
          email,
          role,
          disabled,
          lastSignInAt,
          hasSecondFactor,
        }))}
        invitations={invitations.map(({ id, name, email, role, expiresAt, state }) => ({
          id,
          name,
          email,
          role,
          expiresAt,
          state,
        }))}
        actions={{
          invite: inviteAction,
          revoke: revokeAction,
          changeRole: changeRoleAction,
          disable: disableAction,
          endSessions: endSessionsAction,
          resetSecondFactor: resetSecondFactorAction,
          renewPassword: renewPasswordAction,
        }}
      />
      <SignInPolicyForm
        policy={{ secondFactorRequired: policy.secondFactorRequired, passwordsOff: policy.passwordsOff }}
        passwordsOffBySetting={policy.passwordsOffBySetting}
        providers={policy.providers.map(({ name }) => name)}
        set={setSignInPolicyAction}
      />
    </main>
  );
}
