/** Something that the person at the terminal can mend: the message is the one sentence they see. */
export class StartError extends Error {
  override name = "StartError";
}

/** Turns what went wrong into one sentence that says what to do. */
export function sentenceFor(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const text =
    error instanceof Error ? `${error.message} ${"code" in error ? String(error.code) : ""}` : String(error);
  if (/ENOSPC|no space left on device/i.test(text)) return DISK_FULL;
  return `Something unexpected went wrong: ${error instanceof Error ? (error.stack ?? error.message) : text}`;
}

export const DISK_FULL =
  "The disk is full. Free at least 1 GB and run the command again; what was saved is kept.";
