import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";

export interface ArticleLink {
  id: string;
  label: string;
  href: string;
}

/**
 * The other pages of an article that this person can open.
 * @param language of the labels, BCP 47
 */
export function articleLinks(
  actor: Actor,
  { articleId, version }: { articleId: string; version: { number: number } },
  language: string,
): ArticleLink[] {
  const t = words("articles", language);
  const page = `/desk/articles/${articleId}`;
  const report = can(actor, "export-draft", "article", { articleId }).allowed
    ? [{ id: "draft-report", label: words("reports", language)("title"), href: `${page}/report` }]
    : [];
  if (isGuest(actor)) return report;
  return [
    ...report,
    { id: "versions", label: t("version", { number: version.number }), href: `${page}/versions` },
    { id: "history", label: t("history"), href: `${page}/history` },
    { id: "checks", label: words("checklist", language)("record.link"), href: `${page}/checks` },
    { id: "activity", label: t("activity"), href: `/desk/activity?article=${articleId}` },
    ...(can(actor, "redact", "article").allowed
      ? [{ id: "publications", label: t("publications"), href: `${page}/publications` }]
      : []),
    ...(can(actor, "list", "guest", { articleId }).allowed
      ? [{ id: "guests", label: t("guestReviewers"), href: `${page}/guests` }]
      : []),
    ...(can(actor, "create", "claim").allowed
      ? [
          {
            id: "import-claims",
            label: words("claimImports", language)("menu"),
            href: `${page}/import-claims`,
          },
        ]
      : []),
    { id: "replace-text", label: t("replace.title"), href: `${page}/replace` },
    { id: "edit-text", label: t("editText"), href: `${page}/text` },
  ];
}

/**
 * The page that publishes the article, now or later, and unpublishes it; empty for a person who can't.
 * @param language of the label, BCP 47
 */
export function publishingLinks(
  actor: Actor,
  { articleId, purpose, status }: { articleId: string; purpose: ArticlePurpose; status: string },
  language: string,
): ArticleLink[] {
  if (purpose === "manuscript" || !can(actor, "publish", "article").allowed) return [];
  const label = words("publication", language)(status === "published" ? "open.again" : "open");
  return [{ id: "publish", label, href: `/desk/articles/${articleId}/publish` }];
}
