import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { ManuscriptStatus } from "@/components/manuscripts/manuscript-status";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { isSigned } from "@/lib/claims/claim";
import styles from "./desk-header.module.css";

/** What readers see of the article, and how far the check is. */
export function ArticleStatus() {
  const t = useWords("articles");
  const { page, article: store, claims } = useDesk();
  const { purpose, status, slug, currentPublication } = useStore(store);
  const list = useStore(claims.list);
  const counted = list.filter((claim) => claim.state !== "retired" && !claim.excluded);
  const isChanged = useIsChanged();
  return (
    <p className={styles.status}>
      <span>{t("approvedClaims", { approved: counted.filter(isSigned).length, total: counted.length })}</span>
      {purpose === "manuscript" ? (
        <ManuscriptStatus claims={list} />
      ) : currentPublication ? (
        <span>
          {rich(t, isChanged ? "publishedAndChanged" : "published", {
            link: (text) => <a href={articlePath(slug)}>{text}</a>,
            time: <RelativeTime at={currentPublication.publishedAt} />,
          })}
        </span>
      ) : (
        <span>{status === "unpublished" ? t("unpublished") : t("notPublished")}</span>
      )}
      {!page.isStaff && <span>{t("version", { number: page.version.number })}</span>}
    </p>
  );
}

/** Whether the article is published and was changed since: a claim, the text or the finding. */
export function useIsChanged(): boolean {
  const { article, claims } = useDesk();
  const { currentPublication } = useStore(article);
  const list = useStore(claims.list);
  if (!currentPublication) return false;
  // Publishing itself changes the state of each claim, so times do not tell.
  return (
    currentPublication.isOutdated ||
    list.some(({ state, excluded }) => !excluded && state !== "retired" && state !== "published")
  );
}
