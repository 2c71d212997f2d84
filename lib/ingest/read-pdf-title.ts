import { getDocumentProxy } from "unpdf";

/** What programs put there by themselves. */
const NO_TITLE =
  /^(?:untitled|document ?\d*|(?:microsoft )?(?:word|powerpoint|excel)\b.*)$|\.(?:docx?|pptx?|xlsx?|indd|qxd|pdf|tex|dvi)$/i;

/** The title that a PDF gives itself; null where it gives none, or what a program called its file. */
export async function readPdfTitle(bytes: Uint8Array): Promise<string | null> {
  try {
    // The reader takes the bytes for itself.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown } };
    const title = typeof info.Title === "string" ? info.Title.replace(/[\s\0]+/g, " ").trim() : "";
    return title.length < 4 || NO_TITLE.test(title) ? null : title;
  } catch (cause) {
    console.warn("a PDF whose title cannot be read:", cause instanceof Error ? cause.message : cause);
    return null;
  }
}
