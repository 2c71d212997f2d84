export interface Message {
  tone: "plain" | "failure" | "success";
  text: string;
  /** What can be done about it, as a button. */
  act?: { label: string; run: () => void };
}

/** Whether a write was done, waits in the browser for the server, or was refused, which is told. */
export type Outcome = "done" | "kept" | "failed";
