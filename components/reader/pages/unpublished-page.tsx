import type { ContentOf } from "@/lib/document-bundle/document-content";
import { Document, type DocumentContext } from "../document";
import { UnpublishedNotice } from "../unpublished-notice";

/** What every address of an unpublished fact-check shows. */
export function UnpublishedPage({
  unpublication,
  context,
}: ContentOf<"unpublished"> & { context: DocumentContext }) {
  return (
    <Document head={{ title: `Unpublished: ${unpublication.title}`, path: null }} context={context}>
      <UnpublishedNotice unpublication={unpublication} />
    </Document>
  );
}
