import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import type { MenuEntry } from "@/components/ui/menu-button";
import { useWords } from "@/components/words/use-words";
import { suggestsWording } from "@/lib/manuscripts/suggests-wording";
import { can } from "@/lib/policies/can";
import { ArticlePanel } from "./article-panel";

/** Accepts all suggested wordings of a manuscript at once; nothing while there are fewer than two. */
export function AcceptAllWordings({ isNext }: { isNext: boolean }) {
  const t = useWords("manuscripts");
  const { page, claims } = useDesk();
  const suggesting = useStore(claims.list).filter(suggestsWording);
  const pendingId = useStore(claims.pendingId);
  if (!page.isStaff || suggesting.length < 2) return null;
  return (
    <Button
      look={isNext ? "primary" : "plain"}
      pending={pendingId !== null}
      onClick={() => claims.acceptAll(suggesting)}
    >
      {t("acceptAll", { count: suggesting.length })}
    </Button>
  );
}

/** What can be done with a manuscript, instead of publishing it. */
export function useManuscriptEntries(): MenuEntry[] {
  const t = useWords("manuscripts");
  const { page, article: store, panel } = useDesk();
  const { purpose } = useStore(store);
  if (purpose !== "manuscript" || !page.isStaff) return [];
  const address = `/desk/articles/${page.articleId}`;
  const { actor } = page;
  return [
    ...(can(actor, "ask-author", "article").allowed
      ? [{ id: "ask-author", label: t("askAuthor"), href: `${address}/author` }]
      : []),
    { id: "how-we-checked", label: t("howWeChecked"), href: `${address}/how-we-checked` },
    ...(can(actor, "change-purpose", "article").allowed
      ? [{ id: "purpose", label: t("makePublic"), run: () => panel.set("purpose") }]
      : []),
  ];
}

/** Offers to check an article that was never published as a manuscript. */
export function useMakeManuscriptEntry(): MenuEntry[] {
  const t = useWords("manuscripts");
  const { page, article: store, panel } = useDesk();
  const { purpose, status, plan } = useStore(store);
  const isPossible = purpose === "published_text" && status === "draft" && plan === null;
  if (!isPossible || !can(page.actor, "change-purpose", "article").allowed) return [];
  return [{ id: "purpose", label: t("makeManuscript"), run: () => panel.set("purpose") }];
}

/** Says what changing the purpose of the article does, and does it. */
export function PurposePanel() {
  const t = useWords("manuscripts");
  const { page, article: store, claims, message } = useDesk();
  const { articleId, actions } = page;
  const { purpose, revision } = useStore(store);
  const isManuscript = purpose === "manuscript";
  const title = t(isManuscript ? "makePublic" : "makeManuscript");
  async function change() {
    const to = isManuscript ? "published_text" : "manuscript";
    claims.pendingId.set(articleId);
    const changed = await attempt(() => actions.changePurpose({ articleId, revision, purpose: to }));
    claims.pendingId.set(null);
    // Every claim looks different now, so the page is opened again.
    if (changed.ok) location.assign(`/desk/articles/${articleId}?purpose=${to}`);
    else message.set({ tone: "failure", text: changed.error.message });
  }
  return (
    <ArticlePanel name="purpose" title={title}>
      <p>{t(isManuscript ? "makePublic.hint" : "makeManuscript.hint")}</p>
      <Button look="primary" pending={useStore(claims.pendingId) !== null} onClick={change}>
        {title}
      </Button>
    </ArticlePanel>
  );
}
