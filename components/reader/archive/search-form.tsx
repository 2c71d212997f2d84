import { type ReactNode, useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { SearchChoices } from "@/lib/archive/archive-content";
import { MAX_QUERY, type SearchInput, searchPath } from "@/lib/archive/search-input";
import { intlLocale } from "@/lib/intl-locale";
import styles from "./archive.module.css";

/** What is searched for, and what narrows it. Sending it makes an address that can be shared. */
export function SearchForm({ input, choices }: { input: SearchInput; choices: SearchChoices }) {
  const t = useWords("archive");
  const language = useContext(LanguageContext);
  const isFiltered = [input.rating, input.claimant, input.language, input.period].some(Boolean);
  const languageNames = new Intl.DisplayNames([intlLocale(language)], { type: "language", fallback: "code" });
  return (
    <search>
      <form action="/search" className={styles.form}>
        <div className={styles.box}>
          <label className="visually-hidden" htmlFor="search-q">
            {t("search.label")}
          </label>
          <input
            id="search-q"
            type="search"
            name="q"
            defaultValue={input.q}
            placeholder={t("search.placeholder")}
            maxLength={MAX_QUERY}
            aria-describedby="search-help"
          />
          <button type="submit">{t("search.submit")}</button>
        </div>
        <p id="search-help" className={styles.help}>
          {t("search.help")}
        </p>
        <fieldset className={styles.filters}>
          <legend className="visually-hidden">{t("search.filters")}</legend>
          <Choice name="rating" label={t("search.rating")} value={input.rating}>
            {choices.ratings.map(({ key, label }) => ({ value: key, label }))}
          </Choice>
          <Choice name="claimant" label={t("search.claimant")} value={input.claimant}>
            {choices.claimants.map(({ slug, name }) => ({ value: slug, label: name }))}
          </Choice>
          <Choice name="language" label={t("search.language")} value={input.language}>
            {choices.languages.map((tag) => ({ value: tag, label: nameOf(tag, languageNames) }))}
          </Choice>
          <Choice name="period" label={t("search.period")} value={input.period}>
            {choices.years.map((year) => ({ value: year, label: year }))}
          </Choice>
        </fieldset>
        {isFiltered && (
          <p className={styles.help}>
            <a href={searchPath({ q: input.q })}>{t("search.reset")}</a>
          </p>
        )}
      </form>
    </search>
  );
}

/** The name of a language; its tag, if that is no language. */
function nameOf(tag: string, names: Intl.DisplayNames): ReactNode & string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A filter. It keeps a value that is not among its choices, such as that of a shared address. */
function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string;
  label: string;
  value: string;
  children: readonly { value: string; label: string }[];
}) {
  const t = useWords("archive");
  const isListed = value === "" || children.some((each) => each.value === value);
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        <option value="">{t("search.any")}</option>
        {!isListed && <option value={value}>{value}</option>}
        {children.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}
