/** A problem that the person at the terminal can fix. Only the message is shown to them. */
export class StartError extends Error {
  override name = "StartError";
}

/** The message for the terminal: for a known problem, what to do about it. */
export function sentenceFor(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const text =
    error instanceof Error ? `${error.message} ${"code" in error ? String(error.code) : ""}` : String(error);
  if (/ENOSPC|no space left on device/i.test(text)) return DISK_FULL;
  return `Unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : text}`;
}

export const DISK_FULL =
  "The disk is full. Free at least 1 GB, then run the command again. Saved work is not lost.";
