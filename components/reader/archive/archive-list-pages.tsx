import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArchiveContent } from "@/lib/archive/archive-content";
import { formatDate } from "@/lib/format-date";
import { isolated } from "@/lib/reports/text-language";
import type { DocumentContext } from "../document";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import { ArticleList } from "./article-list";
import { ClaimList } from "./claim-list";
import { ListPage } from "./list-page";

type Props<Kind extends ArchiveContent["kind"]> = Extract<ArchiveContent, { kind: Kind }> & {
  context: DocumentContext;
};

/** The articles of a month, newest first, with the way to the months before and after it. */
export function ArchiveMonthPage({
  month,
  earlier,
  later,
  items,
  total,
  nextCursor,
  isFirst,
  context,
}: Props<"archive-month">) {
  const t = useWords("archive");
  const language = useContext(LanguageContext);
  const name = formatDate(month, language);
  return (
    <ListPage
      title={t("month.title", { month: name })}
      description={t("month.description", { count: total, month: name })}
      path={`/archive/${month}`}
      crumbs={[{ path: "/archive", name: t("title") }]}
      total={total}
      nextCursor={nextCursor}
      isFirst={isFirst}
      context={context}
    >
      <ArticleList items={items} />
      <nav className={page.pager} aria-label={t("month.neighbours")}>
        {earlier ? <a href={`/archive/${earlier}`}>← {formatDate(earlier, language)}</a> : <span />}
        {later && <a href={`/archive/${later}`}>{formatDate(later, language)} →</a>}
      </nav>
    </ListPage>
  );
}

/** The articles of a publisher, newest first. */
export function ArchivePublisherPage({
  entry,
  items,
  nextCursor,
  isFirst,
  context,
}: Props<"archive-publisher">) {
  const t = useWords("archive");
  const publisher = isolated(entry.label, useContext(LanguageContext));
  return (
    <ListPage
      title={t("publisher.title", { publisher })}
      heading={rich(t, "publisher.title", { publisher: <OwnText>{entry.label}</OwnText> })}
      description={t("publisher.description", { publisher })}
      path={`/archive/publishers/${encodeURIComponent(entry.key)}`}
      crumbs={[
        { path: "/archive", name: t("title") },
        { path: "/archive/publishers", name: t("groupTitle.publishers") },
      ]}
      total={entry.count}
      nextCursor={nextCursor}
      isFirst={isFirst}
      context={context}
    >
      <ArticleList items={items} />
    </ListPage>
  );
}

/** The claims of a topic, or with a rating, newest first. */
export function ArchiveClaimsPage({
  group,
  entry,
  claims,
  nextCursor,
  isFirst,
  context,
}: Props<"archive-claims">) {
  const t = useWords("archive");
  const label = isolated(entry.label, useContext(LanguageContext));
  const own = <OwnText>{entry.label}</OwnText>;
  const shown =
    group === "topics"
      ? {
          title: t("topic.title", { topic: label }),
          heading: rich(t, "topic.title", { topic: own }),
          description: t("topic.description", { topic: label }),
        }
      : {
          title: t("rating.title", { rating: label }),
          heading: rich(t, "rating.title", { rating: own }),
          description: t("rating.description", { rating: label }),
        };
  return (
    <ListPage
      {...shown}
      path={`/archive/${group}/${encodeURIComponent(entry.key)}`}
      crumbs={[
        { path: "/archive", name: t("title") },
        { path: `/archive/${group}`, name: t(`groupTitle.${group}`) },
      ]}
      total={entry.count}
      nextCursor={nextCursor}
      isFirst={isFirst}
      context={context}
    >
      <ClaimList claims={claims} />
    </ListPage>
  );
}
