import type { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
import { type Problem, pointerTo } from "./problem";

type Issue = z.core.$ZodIssue;

/** Checks the shape of an input; errors point to the field. */
export function parseShape(schema: z.ZodType | undefined, input: unknown): Result<unknown, Problem> {
  if (!schema) return ok(undefined);
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.flatMap((issue) => nearest(issue, [])).slice(0, 50);
  return err({
    problem: "invalid",
    detail: errors[0]?.detail ?? "The request does not match the schema.",
    more: { errors },
  });
}

/** For a union, the errors of the option with the fewest. */
function nearest(issue: Issue, before: readonly PropertyKey[]): { pointer: string; detail: string }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0)
    return [{ pointer: pointerTo(path.map(String).join(".")), detail: issue.message }];
  const [fewest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return fewest.flatMap((each) => nearest(each, path));
}
