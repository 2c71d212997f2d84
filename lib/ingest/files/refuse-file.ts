import { fileTypeFromBuffer } from "file-type";

/** Enough bytes to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

/**
 * Says what a file is that is no text, and what to do.
 * @returns null for text and unknown types
 */
export async function refuseFile(bytes: Uint8Array, name: string): Promise<string | null> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  if (head.startsWith("bplist00"))
    return `${name} is a web archive of Safari. Save the page as HTML, or copy its text and paste it.`;
  if (/^\s*\{\s*"(?:url|doc_id)"\s*:/.test(head) && /docs\.google\.com|"doc_id"/.test(head))
    return `${name} only links to a document in Google Docs. Download the document as DOCX and import that.`;
  if (/^\s*\[InternetShortcut\]/i.test(head) || /\.(?:url|webloc)$/i.test(name))
    return `${name} only links to a page. Import the address of the page.`;
  const found = await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES)).catch(() => undefined);
  const mime = found?.mime ?? "";
  if (mime.startsWith("image/"))
    return `${name} is a picture. If it shows text, run text recognition (OCR) and import the result, or type in the text.`;
  if (/^(?:audio|video)\//.test(mime))
    return `${name} is a recording. Have it transcribed and import the transcript.`;
  if (/zip|compress|x-(?:tar|rar|7z|xz|bzip2|gzip|lz)|gzip|vnd\.rar/.test(mime))
    return `${name} is an archive, not a document. Unpack it and import the file of one article.`;
  if (/kindle|mobipocket|x-mobi/.test(mime) || /\.(?:mobi|azw3?|kfx)$/i.test(name))
    return `${name} is a Kindle book. Save it as EPUB, or copy its text and paste it.`;
  if (/^font\/|x-msdownload|x-elf|sqlite|postscript/.test(mime))
    return `${name} is not a document. Use plain text, Markdown, HTML, DOCX, ODT, RTF, EPUB, EML or PDF.`;
  return null;
}
