import type { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
import { type Problem, pointerTo } from "./problem";

type Issue = z.core.$ZodIssue;

/** The most entries of a list in an input. Checking the shape of each entry of a longer one would hold up the server. */
export const MAX_LIST_LENGTH = 5000;

/**
 * Checks the shape of an input; errors point to the field.
 * @param pointer where the request has a field
 */
export function parseShape(
  schema: z.ZodType | undefined,
  input: unknown,
  pointer: (path: string) => string = pointerTo,
): Result<unknown, Problem> {
  if (!schema) return ok(undefined);
  const tooLong = findLongList(input, []);
  if (tooLong !== undefined) {
    const detail = `A list can have at most ${MAX_LIST_LENGTH.toLocaleString("en")} entries. Send fewer.`;
    return err({ problem: "invalid", detail, more: { errors: [{ pointer: pointer(tooLong), detail }] } });
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.flatMap((issue) => nearest(issue, [], pointer)).slice(0, 50);
  return err({
    problem: "invalid",
    detail: errors[0]?.detail ?? "The request does not match the schema.",
    more: { errors },
  });
}

/** The path of a list that is too long, "evidence"; undefined if there is none. */
function findLongList(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value) && value.length > MAX_LIST_LENGTH) return path.join(".");
  // Deeper input is in no schema.
  if (path.length >= MAX_LIST_DEPTH) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = findLongList(each, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const MAX_LIST_DEPTH = 6;

/** For a union, the errors of the option with the fewest. */
function nearest(
  issue: Issue,
  before: readonly PropertyKey[],
  pointer: (path: string) => string,
): { pointer: string; detail: string }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0)
    return [{ pointer: pointer(path.map(String).join(".")), detail: issue.message }];
  const [fewest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return fewest.flatMap((each) => nearest(each, path, pointer));
}
