import type { Failure } from "@/lib/failure";
import type { Refusal } from "./endpoint";

/** The failures of publishing and scheduling that have a problem type of their own; every other failure as it is. */
export function problemOfPublishing(failure: Failure): Refusal {
  const { blockers, outputs } = (failure.kind === "invalid" && failure.fields) || {};
  if (blockers) return { problem: "not-ready", detail: failure.message, more: { blockers } };
  if (outputs)
    return { problem: "outputs-failed", detail: failure.message, more: { outputs }, cause: failure.cause };
  return failure;
}
