import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { CitationImport } from "@/components/sources/citation-import";
import { requireActor } from "@/lib/auth/require-actor";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Take in sources" };

/** Sources from Zotero and other reference managers. */
export default async function ImportSourcesPage() {
  await requireActor("/desk/sources/import");
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/sources">← Sources</a>
      </p>
      <div className={desk.head}>
        <h1>Take in sources</h1>
      </div>
      <CitationImport preview={actions.previewCitations} takeIn={actions.importCitations} />
    </main>
  );
}
