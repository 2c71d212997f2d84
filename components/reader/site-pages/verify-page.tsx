import { useWords } from "@/components/words/use-words";
import { Document, type DocumentContext } from "../document";
import page from "../page.module.css";
import styles from "./site-page.module.css";

/** Every answer is in the page, so that the script needs no words: components/verify-script/check-chosen-file.ts shows one of them. */
const FAILURES = ["changed", "forged", "unsigned", "unreadable", "unsupported", "offline"] as const;

/** Where readers check whether a saved report is as it was published. The file stays in their browser. */
export function VerifyPage({ context }: { context: DocumentContext }) {
  const t = useWords("sitePages");
  const archive = useWords("archive");
  return (
    <Document
      head={{ title: t("verify.title"), description: t("verify.description"), path: "/verify" }}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          <h1 className={page.title}>{t("verify.title")}</h1>
          <p className={styles.text}>{t("verify.intro")}</p>
          <noscript>
            <p>{t("verify.noScript")}</p>
          </noscript>
          <form className={styles.form} data-verify="" hidden aria-label={t("verify.title")}>
            <div className={styles.field}>
              <label htmlFor="file">{t("verify.file")}</label>
              <p id="file-hint" className={styles.hint}>
                {t("verify.fileHint")}
              </p>
              <input id="file" type="file" accept=".json,application/json" aria-describedby="file-hint" />
            </div>
            <div role="status">
              <p data-result="checking" hidden>
                {t("verify.result.checking")}
              </p>
              <div data-result="valid" className={styles.success} hidden>
                <p>
                  <strong>{t("verify.result.valid")}</strong>
                </p>
                <dl className={styles.facts}>
                  <div>
                    <dt>{t("verify.article")}</dt>
                    <dd>
                      <a data-slot="title" href="/" dir="auto">
                        {t("verify.article")}
                      </a>
                    </dd>
                  </div>
                  <div>
                    <dt>{t("verify.publication")}</dt>
                    <dd data-slot="publication" />
                  </div>
                  <div>
                    <dt>{t("verify.published")}</dt>
                    <dd data-slot="signedAt" />
                  </div>
                  <div>
                    <dt>{archive("claims")}</dt>
                    <dd>
                      <bdi data-slot="claims" dir="ltr" />
                    </dd>
                  </div>
                </dl>
                <p>{t("verify.later")}</p>
              </div>
              {FAILURES.map((kind) => (
                <p key={kind} data-result={kind} className={styles.failure} hidden>
                  {t(`verify.result.${kind}`)}
                </p>
              ))}
              <div data-result="other-publisher" className={styles.failure} hidden>
                <p>{t("verify.result.other-publisher")}</p>
                <p>
                  {t("verify.site")} <strong data-slot="host" dir="ltr" />
                </p>
              </div>
            </div>
          </form>
        </div>
      </main>
    </Document>
  );
}
