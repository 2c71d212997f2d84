import type { ReviewActionName } from "./transition";

/** The steps of review that many claims can be taken at once. Signing off is not among them: each claim is read for it. */
export const BATCH_STEPS = [
  "submit",
  "withdraw",
  "exclude",
  "include",
  "retire",
] as const satisfies ReviewActionName[];
export type BatchStep = (typeof BATCH_STEPS)[number];

/** What is done with many claims at once. */
export type BatchAction =
  | { kind: "step"; step: BatchStep; note?: string | undefined }
  | { kind: "tag"; tag: string }
  /** Null for nobody. */
  | { kind: "assign"; assigneeId: string | null };

/** Claims that one call takes: a page asks again for the rest, and tells how far it is. */
export const BATCH_SIZE = 50;
/** The same for assigning them, which is quick. */
export const ASSIGNED_AT_ONCE = 500;
