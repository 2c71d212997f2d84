import type { AnnotationFault } from "@/lib/claim-imports/formats/check-annotation";
import { err, type Result } from "@/lib/result";
import { type Problem, pointerTo } from "./problem";

/** The answer to an annotation with something that a claim can't have. @param faults at least one */
export function refuseAnnotation(faults: readonly AnnotationFault[]): Result<never, Problem> {
  return err({
    problem: "invalid",
    detail: faults[0]?.message ?? "The annotation can't be stored.",
    more: { errors: faults.map(({ path, message }) => ({ pointer: pointerTo(path), detail: message })) },
  });
}
