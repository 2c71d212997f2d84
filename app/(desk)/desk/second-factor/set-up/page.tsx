import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SecondFactorSetUp } from "@/components/sign-in/second-factor-set-up";
import { SignOutButton } from "@/components/sign-in/sign-out-button";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { words } from "@/lib/words/words";
import { beginSecondFactorAction, confirmSecondFactorAction } from "../actions";

const t = words("signIn");

export const metadata: Metadata = { title: t("secondFactor.setUp") };

/** The page that a person without a second factor has to complete first, at a desk that requires one. */
export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", next));
  // No redirect once it is set up: the page still shows the recovery codes then.
  if (session.missing && session.missing !== "set-up-second-factor")
    redirect(pageOfStep(session.missing, next));
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("secondFactor.setUp")}</h1>
      <p>{t("secondFactor.required")}</p>
      <SecondFactorSetUp begin={beginSecondFactorAction} confirm={confirmSecondFactorAction} next={next} />
      <SignOutButton />
    </main>
  );
}
