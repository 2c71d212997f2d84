import { useContext } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArchiveContent } from "@/lib/archive/archive-content";
import { intlLocale } from "@/lib/intl-locale";
import { sourceHref } from "@/lib/reports/source-words";
import { isolated } from "@/lib/reports/text-language";
import type { DocumentContext } from "../document";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import styles from "./archive.module.css";
import { ClaimList } from "./claim-list";
import { Count } from "./count";
import { ListPage } from "./list-page";

type Props = Extract<ArchiveContent, { kind: "source" }> & { context: DocumentContext };

/** A source, as it was cited last, and the claims for which it was used. */
export function SourcePage({ id, uses, total, nextCursor, isFirst, context }: Props) {
  const t = useWords("archive");
  const language = useContext(LanguageContext);
  const list = new Intl.ListFormat(intlLocale(language));
  const { archivedCopy, describeCitation, describeSourceKind, sourceOrigin, sourceTitle, stanceLabel } =
    useReportWords();
  const source = uses[0]?.source;
  if (!source) throw new RangeError("a source that nothing uses has no page");
  const title = sourceTitle(source);
  const href = sourceHref(source);
  return (
    <ListPage
      title={t("source.title", { title: isolated(title, language) })}
      heading={rich(t, "source.title", { title: <OwnText>{title}</OwnText> })}
      description={t("source.description")}
      path={`/sources/${id}`}
      crumbs={[{ path: "/archive", name: t("title") }]}
      nextCursor={nextCursor}
      isFirst={isFirst}
      context={context}
    >
      <p className={styles.about}>
        <OwnText>{title}</OwnText>
        <ComposedText>{sourceOrigin(source)}</ComposedText>.{" "}
        <ComposedText>{describeCitation(source)}</ComposedText> {describeSourceKind(source)}.
      </p>
      <p className={page.links}>
        {href && (
          <a href={href} rel="noopener noreferrer nofollow">
            {t("source.open")}
          </a>
        )}
        {source.archiveUrl && source.archiveUrl !== href && (
          <a href={source.archiveUrl} rel="noopener noreferrer nofollow">
            {archivedCopy}
          </a>
        )}
      </p>
      <h2 className={styles.heading}>
        {t("source.uses")} <Count count={total} />
      </h2>
      <ClaimList
        claims={uses}
        extra={({ stances }) => (
          <p className={styles.stances}>{list.format(stances.map((stance) => stanceLabel({ stance })))}</p>
        )}
      />
    </ListPage>
  );
}
