import { useId } from "react";
import { useWords } from "@/components/words/use-words";
import { ARTICLE_PURPOSES, type ArticlePurpose } from "@/lib/claims/article-purpose";
import styles from "./manuscripts.module.css";

/** The choice of what an article is checked for. */
export function PurposeField({
  value,
  onChange,
}: {
  value: ArticlePurpose;
  onChange: (purpose: ArticlePurpose) => void;
}) {
  const t = useWords("manuscripts");
  const id = useId();
  return (
    <fieldset className={styles.purposes}>
      <legend>{t("purpose")}</legend>
      {ARTICLE_PURPOSES.map((purpose) => (
        <label key={purpose}>
          <input
            type="radio"
            name={id}
            checked={value === purpose}
            aria-label={t(`purpose.${purpose}`)}
            aria-describedby={`${id}-${purpose}`}
            onChange={() => onChange(purpose)}
          />
          <span>
            {t(`purpose.${purpose}`)}
            <span id={`${id}-${purpose}`} className={styles.hint}>
              {t(`purpose.${purpose}.hint`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
