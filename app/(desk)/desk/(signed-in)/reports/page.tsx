import "@/lib/words/languages";
import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { DigestForm } from "@/components/reports/digest-form";
import { requireActor } from "@/lib/auth/require-actor";
import { languages, words } from "@/lib/words/words";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";

const t = words("reports");

export const metadata: Metadata = { title: t("period.title") };

/** Makes one file of everything that was published in a period. */
export default async function ReportsPage() {
  const actor = await requireActor("/desk/reports");
  const scales = await listScalesOfDesk(actor);
  const labels = new Map(
    scales.ok
      ? scales.value.flatMap(({ ratings }) => ratings.map(({ key, label }) => [key, label] as const))
      : [],
  );
  const today = new Date().toISOString().slice(0, 10);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>{t("period.title")}</h1>
      </div>
      <p>{t("period.lead")}</p>
      <DigestForm
        today={today}
        ratings={[...labels].map(([key, label]) => ({ key, label }))}
        languages={languages()}
      />
    </main>
  );
}
