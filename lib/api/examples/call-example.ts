import examples from "./call-examples.json";

/** A call that was made, and what it answered. */
export interface CallExample {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  status: number;
  /** Missing where the answer is a file, or empty. */
  answer?: unknown;
}

/** The calls without an example, and why. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  watchEvents: "Its answer never ends.",
  downloadReport: "Its answer is the file of a job.",
};

/**
 * An example of each call, by the id of its operation. A test makes these calls one after the other and compares the answers; identifiers,
 * times and secrets in them are replaced by made ones, and long texts are cut.
 */
export const CALL_EXAMPLES: Readonly<Record<string, CallExample | undefined>> = examples;
