/** A message to the editor, shown above the claims. */
export interface Message {
  tone: "plain" | "failure" | "success";
  text: string;
  /** A button that acts on it. */
  action?: { label: string; run: () => void };
  /** It is about the last key press only: the next step removes it. */
  isHint?: true;
}

/** What became of a write: saved, queued in the browser until the server is back, or refused (the reason was shown). */
export type WriteOutcome = "done" | "queued" | "failed";

/** Shows a message to the editor; null clears it. */
export type ShowMessage = (message: Message | null) => void;

/** What is left of a message when another key is pressed: a hint was about the key before. */
export function withoutHint(message: Message | null): Message | null {
  return message?.isHint ? null : message;
}

/**
 * What is left of a message when the person takes their next step: a success and a hint are about the step before. One with a button, such as
 * "Undo", can still be used, and a failure has to be read.
 */
export function afterNextStep(message: Message | null): Message | null {
  const left = withoutHint(message);
  return left?.tone === "success" && !left.action ? null : left;
}
