import { useWords } from "@/components/words/use-words";
import type { Report } from "@/lib/reports/report";
import styles from "./publication-desk.module.css";

/** Who checked, approved and publishes, as readers will see them. */
export function PublicationSigners({ signers }: { signers: Report["signers"] }) {
  const t = useWords("publication");
  return (
    <section className={styles.section} aria-labelledby="publication-signers">
      <h2 id="publication-signers">{t("signers.title")}</h2>
      <dl className={styles.signers}>
        {signers.map(({ person, name, role, claims }) => (
          <div key={`${role} ${person}`}>
            <dt>{t("signers.role", { role })}</dt>
            <dd>{role === "published" ? name : t("signers.name", { name, count: claims.length })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
