import { err, ok, type Result } from "@/lib/result";
import { openArchive } from "../office/open-archive";
import { TooLarge } from "../office/too-large";
import { findDocument } from "./read-docx";
import { type FoundChange, readWordChanges } from "./read-word-changes";
import { type FoundComment, readWordComments } from "./read-word-comments";

const NOT_WORD =
  "This is not a Word file (DOCX). Save it as DOCX in Word or LibreOffice, and choose it again.";

/** What people wrote into a Word file that they got. */
export interface WordFile {
  comments: FoundComment[];
  changes: FoundChange[];
}

/** The comments and tracked changes of a file, or why it can't be read. Never throws. */
export function wordFileOf(bytes: Uint8Array): Result<WordFile, { message: string }> {
  try {
    const opened = openArchive(bytes);
    if (!opened.ok) return err({ message: NOT_WORD });
    const name = findDocument(opened.value);
    if (name === null) return err({ message: NOT_WORD });
    const archive = opened.value;
    return ok({ comments: readWordComments(archive, name), changes: readWordChanges(archive, name) });
  } catch (cause) {
    if (cause instanceof TooLarge)
      return err({ message: "The file is too large to read its comments and changes. Split it." });
    return err({
      message: "The file is damaged. Open it in Word or LibreOffice, save it again, and choose it again.",
    });
  }
}
