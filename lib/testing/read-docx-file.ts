import { findDocument, readDocx } from "@/lib/ingest/docx/read-docx";
import { openArchive } from "@/lib/ingest/office/open-archive";

/** Reads a Word file. @returns the article, and the HTML inside its body @throws if it is no Word file */
export function readDocxFile(bytes: Uint8Array) {
  const opened = openArchive(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const name = findDocument(opened.value);
  if (!name) throw new Error("no document");
  const article = readDocx(opened.value, name);
  return { ...article, body: /<body>([\s\S]*)<\/body>/.exec(article.value)?.[1] };
}
