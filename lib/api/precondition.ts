import { err, ok, type Result } from "@/lib/result";
import type { Problem } from "./problem";

/** The strong ETag of a revision. */
export const etagOf = ({ revision }: { revision: number }) => `"${revision}"`;

/** The revisions that an edit was made on, or any ("*"). */
export type Precondition = { kind: "any" } | { kind: "revisions"; revisions: readonly number[] };

/** Reads If-Match. Foreign and weak tags match nothing. */
export function readPrecondition(header: string | null): Result<Precondition, Problem> {
  if (header === null || header.trim() === "") return err({ problem: "precondition-required" });
  if (header.trim() === "*") return ok({ kind: "any" });
  const revisions = header.split(",").flatMap((tag) => {
    const found = /^\s*"(\d{1,9})"\s*$/.exec(tag);
    return found ? [Number(found[1])] : [];
  });
  return ok({ kind: "revisions", revisions });
}

/** Whether an edit was made on the stored revision. @param current sent with a conflict */
export function checkPrecondition(
  precondition: Precondition,
  stored: { revision: number },
  current: object,
): Result<null, Problem> {
  if (precondition.kind === "any" || precondition.revisions.includes(stored.revision)) return ok(null);
  return err({ problem: "precondition-failed", more: { current }, headers: { etag: etagOf(stored) } });
}
