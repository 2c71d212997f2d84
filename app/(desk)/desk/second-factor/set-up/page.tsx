import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SecondFactorSetUp } from "@/components/sign-in/second-factor-set-up";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { beginSecondFactorAction, confirmSecondFactorAction } from "../actions";

export const metadata: Metadata = { title: "Set up a second factor" };

/** Where somebody without a second factor comes first, at a desk where everybody has to have one. */
export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign in", next));
  // Confirming it must not lead away from the recovery codes: whoever has just done so stays here.
  if (session.missing && session.missing !== "set up a second factor")
    redirect(pageOfStep(session.missing, next));
  return (
    <main id="content" className={styles.narrow}>
      <h1>Set up a second factor</h1>
      <p>
        Everybody at this desk has to have one: a stolen password is not enough then. You need an
        authenticator app, on your phone or in your password manager.
      </p>
      <SecondFactorSetUp begin={beginSecondFactorAction} confirm={confirmSecondFactorAction} next={next} />
      <SignOutButton />
    </main>
  );
}
