import { inLanguage } from "@/lib/language-address";
import { documentLanguage } from "@/lib/reports/text-language";
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
    <details className={styles.menu}>
      <summary>
        <span className="visually-hidden">{t("site.language")} </span>
        {nameOf(language)}
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
                {nameOf(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

/** "Español", "العربية": as its speakers call it, with a capital letter where they have some. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  const [first = ""] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}
