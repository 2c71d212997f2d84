import { useWords } from "@/components/words/use-words";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { Document, type DocumentContext } from "../document";
import { UnpublishedNotice } from "../unpublished-notice";

/** What every address of an unpublished fact-check shows. */
export function UnpublishedPage({
  unpublication,
  context,
}: ContentOf<"unpublished"> & { context: DocumentContext }) {
  const t = useWords("reader");
  return (
    <Document
      head={{ title: t("unpublished.head", { title: unpublication.title }), path: null }}
      context={context}
    >
      <UnpublishedNotice unpublication={unpublication} />
    </Document>
  );
}
