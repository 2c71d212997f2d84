import { err, ok, type Result } from "@/lib/result";
import type { Problem } from "./problem";

/** The strong tag of a state, by its revision. */
export const etagOf = ({ revision }: { revision: number }) => `"${revision}"`;

/** What an edit was made on: these revisions, or whatever stands ("*"). */
export type Precondition = { kind: "any" } | { kind: "revisions"; revisions: readonly number[] };

/** Reads If-Match. A tag that is none of ours matches nothing, and neither does a weak one. */
export function readPrecondition(header: string | null): Result<Precondition, Problem> {
  if (header === null || header.trim() === "") return err({ problem: "precondition-required" });
  if (header.trim() === "*") return ok({ kind: "any" });
  const revisions = header.split(",").flatMap((tag) => {
    const found = /^\s*"(\d{1,9})"\s*$/.exec(tag);
    return found ? [Number(found[1])] : [];
  });
  return ok({ kind: "revisions", revisions });
}

/** Whether an edit was made on what stands. @param current shown to whoever was late */
export function checkPrecondition(
  precondition: Precondition,
  standing: { revision: number },
  current: object,
): Result<null, Problem> {
  if (precondition.kind === "any" || precondition.revisions.includes(standing.revision)) return ok(null);
  return err({ problem: "precondition-failed", more: { current }, headers: { etag: etagOf(standing) } });
}
