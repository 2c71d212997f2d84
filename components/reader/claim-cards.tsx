import styles from "./claim-cards.module.css";

/**
 * The template of the cards that components/reader-script shows for the marks of a page, with all their words. Without the script nothing
 * of it is seen.
 */
export function ClaimCards() {
  return (
    <claim-cards>
      <template>
        <div className={`${styles.card} rating-hue`} id="claim-card" role="dialog" hidden>
          <div className={styles.bar}>
            <fieldset className={styles.choice} data-part="choice" hidden>
              <legend className="visually-hidden">Claims on this text</legend>
            </fieldset>
            <span className={styles.number} data-part="number" data-label="Claim">
              Claim <span data-number="" />
            </span>
            <button type="button" className={styles.close} data-part="close" aria-label="Close">
              ×
            </button>
          </div>
          <div className={styles.content} data-part="content" />
          <p className={styles.more}>
            <a href="#claims-title" data-part="more">
              Full entry of claim <span data-number="" />
            </a>
          </p>
        </div>
      </template>
    </claim-cards>
  );
}
