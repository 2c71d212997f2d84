import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { GuideChapters } from "@/components/guide/guide-chapters";
import { requireActor } from "@/lib/auth/require-actor";
import { ROLES } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";

const t = words("guide");

export const metadata: Metadata = { title: t("title") };

/** The guide to the desk, for everyone who is signed in. */
export default async function GuidePage() {
  await requireActor("/desk/guide", ROLES);
  return (
    <main id="content" className={styles.page}>
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <GuideChapters />
    </main>
  );
}
