/** A message to the editor, shown above the claims. */
export interface Message {
  tone: "plain" | "failure" | "success";
  text: string;
  /** A button that acts on it. */
  action?: { label: string; run: () => void };
}

/** What became of a write: saved, queued in the browser until the server is back, or refused (the reason was shown). */
export type WriteOutcome = "done" | "queued" | "failed";

/** Shows a message to the editor; null clears it. */
export type ShowMessage = (message: Message | null) => void;

/**
 * What is left of a message when the person takes their next step: a success is about the step before. One with a button, such as
 * "Undo", can still be used, and a failure has to be read.
 */
export function afterNextStep(message: Message | null): Message | null {
  return message?.tone === "success" && !message.action ? null : message;
}
