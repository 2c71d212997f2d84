import { getDocumentProxy } from "unpdf";

/** Titles that programs set automatically. */
const DEFAULT_TITLE =
  /^(?:untitled|document ?\d*|(?:microsoft )?(?:word|powerpoint|excel)\b.*)$|\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|tex|dvi)$/i;

/** The title in a PDF's metadata; null if there is none or only an automatic one. */
export async function readPdfTitle(bytes: Uint8Array): Promise<string | null> {
  try {
    // The reader takes ownership of the bytes.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown } };
    const title = typeof info.Title === "string" ? info.Title.replace(/[\s\0]+/g, " ").trim() : "";
    return title.length < 4 || DEFAULT_TITLE.test(title) ? null : title;
  } catch (cause) {
    console.warn("the title of a PDF could not be read:", cause instanceof Error ? cause.message : cause);
    return null;
  }
}
