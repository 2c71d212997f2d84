import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SecondFactorStep } from "@/components/sign-in/second-factor-step";
import { findSession } from "@/lib/auth/find-actor";
import { pageOfStep } from "@/lib/auth/require-actor";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { words } from "@/lib/words/words";
import { passSecondFactorAction } from "./actions";

const t = words("signIn");

export const metadata: Metadata = { title: t("secondFactor") };

/** The second step of signing in, for people with a second factor. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", next));
  if (session.missing !== "enter-code") redirect(session.missing ? pageOfStep(session.missing, next) : next);
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("secondFactor.step")}</h1>
      <p>{t("secondFactor.signingInAs", { email: session.person.email })}</p>
      <SecondFactorStep next={next} pass={passSecondFactorAction} />
      <p className={styles.meta}>{t("secondFactor.lost")}</p>
    </main>
  );
}
