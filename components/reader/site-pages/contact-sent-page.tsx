import { useWords } from "@/components/words/use-words";
import { Document, type DocumentContext } from "../document";
import page from "../page.module.css";

/** What a reader sees whose message has reached the newsroom. */
export function ContactSentPage({ context }: { context: DocumentContext }) {
  const t = useWords("sitePages");
  return (
    <Document head={{ title: t("contact.sent"), path: null }} context={context}>
      <main id="content" className={page.page} data-received="">
        <div className={page.column}>
          <h1 className={page.title}>{t("contact.sent")}</h1>
          <p role="status">{t("contact.sentHint")}</p>
          <p className={page.links}>
            <a href="/">{t("contact.sentBack")}</a>
            <a href="/corrections">{t("default.correctionsList")}</a>
          </p>
        </div>
      </main>
    </Document>
  );
}
