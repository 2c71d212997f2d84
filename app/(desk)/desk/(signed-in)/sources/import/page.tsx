import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { CitationImport } from "@/components/sources/citation-import";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import * as actions from "./actions";

const t = words("citations");

export const metadata: Metadata = { title: t("import.title") };

/** Imports sources from Zotero and other reference managers. */
export default async function ImportSourcesPage() {
  await requireActor("/desk/sources/import");
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/sources">{words("sources")("back")}</a>
      </p>
      <div className={desk.head}>
        <h1>{t("import.title")}</h1>
      </div>
      <CitationImport importSources={actions.importCitations} />
    </main>
  );
}
