import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { ManuscriptPanel } from "@/components/manuscripts/manuscript-panel";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import { can } from "@/lib/policies/can";

/** Changes what the article is checked for, and opens the page again: every claim looks different then. */
export function useChangePurpose() {
  const { page, article, message } = useDesk();
  const { articleId, actions } = page;
  return async (purpose: ArticlePurpose) => {
    const { revision } = article.get();
    const changed = await attempt(() => actions.changePurpose({ articleId, revision, purpose }));
    if (changed.ok) location.assign(`/desk/articles/${articleId}?purpose=${purpose}`);
    else message.set({ tone: "failure", text: changed.error.message });
    return changed.ok;
  };
}

/** What can be done with a manuscript, in place of publishing it. */
export function ManuscriptActions() {
  const { page, claims } = useDesk();
  const changePurpose = useChangePurpose();
  return (
    <ManuscriptPanel
      articleId={page.articleId}
      claims={useStore(claims.list)}
      actor={page.actor}
      pending={useStore(claims.pendingId) !== null}
      onAccept={claims.acceptAll}
      onMakePublic={() => changePurpose("published_text")}
    />
  );
}

/** Offers to check an article that was never published as a manuscript. */
export function MakeManuscript() {
  const t = useWords("manuscripts");
  const { page, article: store } = useDesk();
  const article = useStore(store);
  const changePurpose = useChangePurpose();
  const isPossible =
    article.purpose === "published_text" && article.status === "draft" && article.plan === null;
  if (!isPossible || !can(page.actor, "change-purpose", "article").allowed) return null;
  return (
    <p>
      <button type="button" onClick={() => changePurpose("manuscript")}>
        {t("makeManuscript")}
      </button>{" "}
      {t("makeManuscript.hint")}
    </p>
  );
}
