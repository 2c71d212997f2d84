import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { PeoplePanel } from "@/components/desk/people-panel";
import { requireActor } from "@/lib/auth/require-actor";
import { listPeople } from "@/lib/workflows/people";
import { changeRoleAction, disableAction, inviteAction, revokeAction } from "./actions";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireActor("/desk/people", ["administrator"]);
  const result = await listPeople(actor);
  if (!result.ok) throw new Error(result.error.message);
  const { people, invitations } = result.value;
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>
          People <span className={styles.count}>{people.length}</span>
        </h1>
      </div>
      <PeoplePanel
        actorId={actor.id}
        people={people.map(({ id, name, email, role, disabled, lastSignInAt }) => ({
          id,
          name,
          email,
          role,
          disabled,
          lastSignInAt,
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
        }}
      />
    </main>
  );
}
