import { inLanguage } from "@/lib/page-address";
import { documentLanguage } from "@/lib/reports/text-language";
import { languageName } from "@/lib/words/language-name";
import { languages, words } from "@/lib/words/words";
import styles from "./language-menu.module.css";

/** The document in other languages, each under its own name. Opens without a script. */
export function LanguageMenu({
  address,
  language,
}: {
  /** Path and query of the document, without a language. */
  address: string;
  /** BCP 47, of the document. */
  language: string;
}) {
  const t = words("reader", language);
  return (
    <details className={styles.menu} data-menu="">
      <summary>
        <span className="visually-hidden">{t("site.language")} </span>
        {languageName(language)}
      </summary>
      <nav aria-label={t("site.languages")}>
        <ul>
          {languages().map((each) => (
            <li key={each}>
              <a
                href={inLanguage(address, each)}
                hrefLang={each}
                {...documentLanguage(each)}
                aria-current={each === language ? "true" : undefined}
              >
                {languageName(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
