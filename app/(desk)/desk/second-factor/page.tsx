import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SecondFactorStep } from "@/components/sign-in/second-factor-step";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { passSecondFactorAction } from "./actions";

export const metadata: Metadata = { title: "Second factor" };

/** The second step of signing in, for those who have a second factor. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign in", next));
  if (session.missing !== "enter a code")
    redirect(session.missing ? pageOfStep(session.missing, next) : next);
  return (
    <main id="content" className={styles.narrow}>
      <h1>One more step</h1>
      <p>You sign in as {session.person.email}. Your account has a second factor.</p>
      <SecondFactorStep next={next} pass={passSecondFactorAction} />
      <p className={styles.meta}>
        Neither your device nor a recovery code at hand? An administrator can reset your second factor.
      </p>
    </main>
  );
}
