import { hasNextPage } from "@/lib/capped-count";
import { words } from "@/lib/words/words";
import styles from "./desk-page.module.css";

/** Links to the neighbouring pages of a list that starts with the newest entry; nothing if it has one page. */
export function Pager({
  page,
  perPage,
  shown,
  total,
  hrefOf,
}: {
  /** The page that is shown; the first one is 1. */
  page: number;
  perPage: number;
  /** Number of entries on this page. */
  shown: number;
  /** Number of all entries, counted up to `COUNT_LIMIT`. */
  total: number;
  hrefOf: (page: number) => string;
}) {
  const hasOlder = hasNextPage(page, perPage, shown, total);
  if (page <= 1 && !hasOlder) return null;
  const t = words("desk");
  return (
    <nav className={styles.pager} aria-label={t("pages.title")}>
      {page > 1 ? <a href={hrefOf(page - 1)}>{t("pages.newer")}</a> : <span />}
      {hasOlder && <a href={hrefOf(page + 1)}>{t("pages.older")}</a>}
    </nav>
  );
}
