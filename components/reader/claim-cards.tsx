import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import styles from "./claim-cards.module.css";

/**
 * The template of the cards that components/reader-script shows for the marks of a page, with all their words. Without the script nothing
 * of it is seen.
 */
export function ClaimCards() {
  const t = useWords("reader");
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
            >
              {t("card.copy-quote")}
            </button>
          </p>
        </div>
      </template>
    </claim-cards>
  );
}
