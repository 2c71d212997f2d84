import { Document, type DocumentContext } from "../document";
import { NotFoundNotice } from "../not-found-notice";

/** What an address shows that no public document has. */
export function NotFoundPage({ context }: { context: DocumentContext }) {
  return (
    <Document head={{ title: "Page not found", path: null }} context={context}>
      <NotFoundNotice />
    </Document>
  );
}
