import { useContext } from "react";
import { articleLinks, publishingLinks } from "@/components/article-desk/commands/article-links";
import type { ArticlePanelName } from "@/components/article-desk/state/article-panel";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { useComments } from "@/components/comments/comments-context";
import type { MenuEntry, MenuGroup } from "@/components/ui/menu-button";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { can } from "@/lib/policies/can";
import { useMakeManuscriptEntry, useManuscriptEntries } from "./manuscript-actions";

/** Pages that change the text. The other links are pages about the article. */
const TEXT_LINKS = ["edit-text", "replace-text", "versions"];

/** What can be done with the article itself, in the groups of its menu. */
export function useArticleMenuGroups(): MenuGroup[] {
  const t = useWords("articles");
  const { page, article: store } = useDesk();
  const language = useContext(LanguageContext);
  const links = articleLinks(page.actor, page, language);
  const publishing = publishingLinks(page.actor, { articleId: page.articleId, ...useStore(store) }, language);
  const manuscripts = useWords("manuscripts");
  const ofManuscript = useManuscriptEntries();
  const pages = useArticleEntries();
  const forReaders = useReaderEntries();
  return [
    { id: "manuscript", label: manuscripts("purpose.manuscript"), entries: ofManuscript },
    { id: "publishing", label: t("menu.publishing"), entries: publishing },
    { id: "article", label: t("menu.article"), entries: pages },
    {
      id: "text",
      label: t("menu.text"),
      entries: TEXT_LINKS.flatMap((id) => links.filter((link) => link.id === id)),
    },
    {
      id: "pages",
      label: t("menu.pages"),
      entries: links.filter(({ id }) => !TEXT_LINKS.includes(id)),
    },
    { id: "readers", label: t("menu.readers"), entries: forReaders },
  ];
}

/** What is changed on this page. */
function useArticleEntries(): MenuEntry[] {
  const t = useWords("articles");
  const commentWords = useWords("comments");
  const checklistWords = useWords("checklist");
  const { page, panel, checklist } = useDesk();
  const { openCount, isOpen, toggle } = useComments();
  const makeManuscript = useMakeManuscriptEntry();
  const show = (id: ArticlePanelName, label: string): MenuEntry => ({ id, label, run: () => panel.set(id) });
  const comments: MenuEntry = {
    id: "comments",
    label: isOpen
      ? t("menu.claims")
      : openCount > 0
        ? commentWords("title.count", { count: openCount })
        : commentWords("title"),
    run: toggle,
  };
  if (!page.isStaff) return [comments];
  return [
    show("details", t("details.summary")),
    show("lead", t("lead.summary")),
    ...(can(page.actor, "change-scale", "article").allowed
      ? [show("standards", t("standards.summary"))]
      : []),
    ...makeManuscript,
    comments,
    { id: "coverage", label: checklistWords("menu"), run: () => void checklist.open() },
  ];
}

/** What readers have of the article. */
function useReaderEntries(): MenuEntry[] {
  const t = useWords("articles");
  const desk = useDesk();
  const { articleId, isStaff } = desk.page;
  const { slug, currentPublication } = useStore(desk.article);
  const share = useWords("share");
  if (!currentPublication) return [];
  const page = articlePath(slug);
  return [
    { id: "public-page", label: t("menu.publicPage"), href: page },
    { id: "report", label: t("menu.report"), href: `${page}/report` },
    { id: "report-pdf", label: t("menu.reportPdf"), href: `${page}/report.pdf` },
    ...(isStaff ? [{ id: "share", label: share("title"), href: `/desk/articles/${articleId}/share` }] : []),
  ];
}
