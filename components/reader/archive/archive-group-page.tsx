import { useWords } from "@/components/words/use-words";
import type { ArchiveContent } from "@/lib/archive/archive-content";
import type { DocumentContext } from "../document";
import { EntryList } from "./entry-list";
import { ListPage } from "./list-page";

type Props = Extract<ArchiveContent, { kind: "archive-group" }> & { context: DocumentContext };

/** All topics, claimants, publishers or ratings: those with the most first. */
export function ArchiveGroupPage({ group, entries, total, nextCursor, isFirst, context }: Props) {
  const t = useWords("archive");
  return (
    <ListPage
      title={t(`groupTitle.${group}`)}
      description={t(`groupDescription.${group}`)}
      path={`/archive/${group}`}
      crumbs={[{ path: "/archive", name: t("title") }]}
      total={total}
      nextCursor={nextCursor}
      isFirst={isFirst}
      context={context}
    >
      {total === 0 ? <p>{t(`groupEmpty.${group}`)}</p> : <EntryList group={group} entries={entries} />}
    </ListPage>
  );
}
