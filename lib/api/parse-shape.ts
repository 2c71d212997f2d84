import type { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
import { type Problem, pointerTo } from "./problem";

type Issue = z.core.$ZodIssue;

/** Checks the shape of what a call says; what is wrong is told with where it stands. */
export function parseShape(schema: z.ZodType | undefined, given: unknown): Result<unknown, Problem> {
  if (!schema) return ok(undefined);
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.flatMap((issue) => nearest(issue, [])).slice(0, 50);
  return err({
    problem: "invalid",
    detail: errors[0]?.detail ?? "What was sent does not fit.",
    more: { errors },
  });
}

/** Of a choice that fits in no way, what is wrong with the way that comes nearest. */
function nearest(issue: Issue, before: readonly PropertyKey[]): { pointer: string; detail: string }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0)
    return [{ pointer: pointerTo(path.map(String).join(".")), detail: issue.message }];
  const [fewest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return fewest.flatMap((each) => nearest(each, path));
}
