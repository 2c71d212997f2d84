import { err, ok, type Result } from "@/lib/result";
import { openArchive } from "../office/open-archive";
import { TooLarge } from "../office/too-large";
import { findDocument } from "./read-docx";
import { type FoundComment, readWordComments } from "./read-word-comments";

const NOT_WORD =
  "This is not a Word file (DOCX). Save it as DOCX in Word or LibreOffice, and choose it again.";

/** The comments of a file, or why it can't be read. Never throws. */
export function commentsOfFile(bytes: Uint8Array): Result<FoundComment[], { message: string }> {
  try {
    const opened = openArchive(bytes);
    if (!opened.ok) return err({ message: NOT_WORD });
    const name = findDocument(opened.value);
    return name === null ? err({ message: NOT_WORD }) : ok(readWordComments(opened.value, name));
  } catch (cause) {
    if (cause instanceof TooLarge)
      return err({ message: "The file is too large to read its comments. Split it." });
    return err({
      message: "The file is damaged. Open it in Word or LibreOffice, save it again, and choose it again.",
    });
  }
}
