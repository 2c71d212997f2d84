import { useWords } from "@/components/words/use-words";
import { MAX_QUERY } from "@/lib/archive/search-input";
import styles from "./archive.module.css";

/** The search box of a page, with the way to the archive. It needs no script. */
export function SearchBox() {
  const t = useWords("archive");
  return (
    <search>
      <form action="/search" className={styles.box}>
        <label className="visually-hidden" htmlFor="search-q">
          {t("search.label")}
        </label>
        <input
          id="search-q"
          type="search"
          name="q"
          placeholder={t("search.placeholder")}
          maxLength={MAX_QUERY}
          required
        />
        <button type="submit">{t("search.submit")}</button>
      </form>
    </search>
  );
}
