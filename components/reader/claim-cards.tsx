import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { intlLocale } from "@/lib/intl-locale";
import type { Report } from "@/lib/reports/report";
import styles from "./claim-cards.module.css";

/** What a quotation that is copied says of the article and of the check; the script adds the claim. */
function useCitedWords(report: Report): { articleCited: string; checkCited: string } {
  const t = useWords("reader");
  const { describeOrigin, language } = useReportWords();
  const list = new Intl.ListFormat(intlLocale(language), { type: "unit" });
  const { organisation, article } = report;
  return {
    articleCited: t("card.cited-article", {
      article: list.format([article.title, ...describeOrigin(report)]),
    }),
    checkCited: organisation
      ? t("card.cited-check-by", { organisation: organisation.name })
      : t("card.cited-check"),
  };
}

/**
 * The template of the cards that components/reader-script shows for the marks of a page, with all their words. Without the script nothing
 * of it is seen.
 */
export function ClaimCards({ report }: { report: Report }) {
  const t = useWords("reader");
  const { articleCited, checkCited } = useCitedWords(report);
  return (
    <claim-cards>
      <template>
        <div className={`${styles.card} rating-hue`} id="claim-card" role="dialog" hidden>
          <div className={styles.bar}>
            <fieldset className={styles.choice} data-part="choice" hidden>
              <legend className="visually-hidden">{t("card.choice")}</legend>
            </fieldset>
            <span className={styles.number} data-part="number">
              {rich(t, "card.number", { number: <span data-number="" /> })}
            </span>
            <span className={styles.steps}>
              <button type="button" data-part="previous" aria-label={t("card.previous")}>
                ‹
              </button>
              <button type="button" data-part="next" aria-label={t("card.next")}>
                ›
              </button>
              <button type="button" className={styles.close} data-part="close" aria-label={t("card.close")}>
                ×
              </button>
            </span>
          </div>
          <p className={styles.statement} data-part="statement" />
          <blockquote className={styles.quote} data-part="quote" />
          <div className={styles.content} data-part="content" />
          <p className={styles.more}>
            <a href="#claims-title" data-part="more">
              {rich(t, "card.more", { number: <span data-number="" /> })}
            </a>
            <button type="button" data-part="copy-link" data-done={t("card.copied")}>
              {t("card.copy-link")}
            </button>
            <button
              type="button"
              data-part="copy-quote"
              data-done={t("card.copied")}
              data-quotation={t("card.quotation")}
              data-article={articleCited}
              data-article-address={report.article.sourceUrl ?? undefined}
              data-check={checkCited}
            >
              {t("card.copy-quote")}
            </button>
          </p>
        </div>
      </template>
    </claim-cards>
  );
}
