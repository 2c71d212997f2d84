import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { type Role, roleLabels, STAFF_ROLES, type StaffRole } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { NewPassword, type RenewPassword } from "./new-password";
import { PersonSignIn, type PersonSignInActions } from "./person-sign-in";
import { RoleOptions } from "./role-options";

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  lastSignInAt: string | null;
  hasSecondFactor: boolean;
}

export interface PersonActions extends PersonSignInActions {
  renewPassword: RenewPassword;
  changeRole: (input: { userId: string; role: StaffRole }) => Promise<Result<null, Failure>>;
  disable: (input: { userId: string; disabled: boolean }) => Promise<Result<null, Failure>>;
}

const NO_CHOICE = { role: null as StaffRole | null };
const isChoice = ({ role }: typeof NO_CHOICE) => role === null || STAFF_ROLES.includes(role);

/** A person of the desk, and what an administrator can do about their access. Each step says beside the person what it did. */
export function PersonItem({
  person,
  isSelf,
  passwordsOff,
  actions,
}: {
  person: PersonRow;
  /** Whether the person is the administrator who looks at the list. */
  isSelf: boolean;
  passwordsOff: boolean;
  actions: PersonActions;
}) {
  const t = useWords("people");
  const router = useRouter();
  const [outcome, setOutcome] = useState<Result<string, Failure> | null>(null);
  /** The role that was chosen and not saved yet. A list that saved at once would save every role that the arrow keys pass. */
  const draft = useFormDraft(`role:${person.id}`, NO_CHOICE, { accepts: isChoice });
  const { role } = draft.value;
  const { id: userId, name, disabled } = person;

  /** @param done what to say when it is done @returns whether it is */
  const run = async (call: () => Promise<Result<unknown, Failure>>, done: string): Promise<boolean> => {
    setOutcome(null);
    const result = await attempt(call);
    setOutcome(result.ok ? { ok: true, value: done } : result);
    router.refresh();
    return result.ok;
  };

  return (
    <li className={`${styles.item} ${styles.stacked}`}>
      <h2>{disabled ? t("disabled", { name }) : name}</h2>
      <div className={styles.actions}>
        <select
          aria-label={t("roleOf", { name })}
          value={role ?? person.role}
          disabled={isSelf}
          onChange={({ target: { value } }) =>
            draft.change({ role: STAFF_ROLES.find((each) => each === value && each !== person.role) ?? null })
          }
        >
          {person.role === "guest" && <option value="guest">{roleLabels.guest}</option>}
          <RoleOptions />
        </select>
        {role && role !== person.role && (
          <Button
            onClick={async () => {
              const done = t("done.role", { name, role: roleLabels[role] });
              if (await run(() => actions.changeRole({ userId, role }), done)) draft.forget(NO_CHOICE);
            }}
          >
            {rich(t, "changeRole", { name, hidden: visuallyHidden })}
          </Button>
        )}
        {!isSelf && (
          <Button
            look="quiet"
            onClick={() =>
              run(
                () => actions.disable({ userId, disabled: !disabled }),
                t(disabled ? "done.enabled" : "done.disabled", { name }),
              )
            }
          >
            {rich(t, disabled ? "enable" : "disable", { name, hidden: visuallyHidden })}
          </Button>
        )}
        {!isSelf && <PersonSignIn person={person} actions={actions} run={run} />}
      </div>
      <div role="status" className={styles.meta}>
        {outcome?.ok && outcome.value}
      </div>
      {outcome && !outcome.ok && <Notice tone="failure">{outcome.error.message}</Notice>}
      <p className={styles.meta}>
        <span>{person.email}</span>
        <span>
          {person.lastSignInAt
            ? rich(t, "lastSignIn", { time: <RelativeTime at={person.lastSignInAt} /> })
            : t("neverSignedIn")}
        </span>
        {person.hasSecondFactor && <span>{t("hasSecondFactor")}</span>}
      </p>
      {!isSelf && !disabled && !passwordsOff && <NewPassword person={person} renew={actions.renewPassword} />}
    </li>
  );
}
