import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { rich } from "@/components/words/rich";
import { findSession } from "@/lib/auth/find-actor";
import { requestDateStyle } from "@/lib/auth/request-dates";
import { pageOfStep } from "@/lib/auth/require-actor";
import { makeDates } from "@/lib/personal/dates";
import { words } from "@/lib/words/words";
import { findEndedAccess } from "@/lib/workflows/people/list-guests";

const t = words("guests");

export const metadata: Metadata = { title: t("accessEnded.title") };

/** Shown to guest reviewers whose access has expired or was revoked. */
export default async function AccessEndedPage() {
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", "/desk"));
  if (session.missing !== "renew-guest-access")
    redirect(session.missing ? pageOfStep(session.missing, "/desk") : "/desk");
  const dates = makeDates(await requestDateStyle());
  const ended = await findEndedAccess(session.person.id);
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("accessEnded.title")}</h1>
      {ended ? (
        <p>
          {rich(t, "accessEnded.article", {
            article: ended.article,
            time: <time dateTime={ended.at}>{dates.instant(ended.at)}</time>,
            name: ended.invitedBy,
          })}
        </p>
      ) : (
        <p>{t("accessEnded.none")}</p>
      )}
      <p>{rich(t, "accessEnded.renewed", { link: (text) => <a href="/desk">{text}</a> })}</p>
      <SignOutButton />
    </main>
  );
}
