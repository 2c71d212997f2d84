import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { formatInstant } from "@/lib/format-date";
import { findEndedAccess } from "@/lib/workflows/people/list-guests";

export const metadata: Metadata = { title: "Your access has ended" };

/** Where a guest reviewer comes whose time is over, or whose access was taken back. */
export default async function AccessEndedPage() {
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", "/desk"));
  if (session.missing !== "renew-guest-access")
    redirect(session.missing ? pageOfStep(session.missing, "/desk") : "/desk");
  const ended = await findEndedAccess(session.person.id);
  return (
    <main id="content" className={styles.narrow}>
      <h1>Your access has ended</h1>
      {ended ? (
        <p>
          Your access to “{ended.article}” ended on <time dateTime={ended.at}>{formatInstant(ended.at)}</time>
          . What you wrote there is kept. If you need more time, ask {ended.invitedBy}, who invited you.
        </p>
      ) : (
        <p>There is no article that you may see. Ask whoever invited you.</p>
      )}
      <p>
        Once you have been let in again, <a href="/desk">go to the article</a>; you need not sign in anew.
      </p>
      <SignOutButton />
    </main>
  );
}
