import { useWords } from "@/components/words/use-words";
import { Document, type DocumentContext } from "../document";
import { NotFoundNotice } from "../not-found-notice";

/** What an address shows that no public document has. */
export function NotFoundPage({ context }: { context: DocumentContext }) {
  const t = useWords("reader");
  return (
    <Document head={{ title: t("not-found.title"), path: null }} context={context}>
      <NotFoundNotice language={context.language ?? "en"} />
    </Document>
  );
}
