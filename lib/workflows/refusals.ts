import type { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can, type Decision } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { stripUnstorableInput } from "@/lib/strip-unstorable";

/** A "not-found" failure that names what is missing and what to do. */
export function notFound(
  what:
    | "article"
    | "claim"
    | "claimant"
    | "person"
    | "invitation"
    | "source"
    | "file"
    | "token"
    | "scale"
    | "comment"
    | "notification"
    | "event"
    | "view"
    | "publication"
    | "version"
    | "schedule"
    | "flag"
    | "webhook"
    | "delivery"
    | "message",
): {
  ok: false;
  error: Failure;
} {
  return err({
    kind: "not-found",
    message: `This ${what} could not be found. It may have been deleted. Go back to the list and look for it there.`,
  });
}

/** A policy's decision as a result. */
export function asResult(decision: Decision): Result<null, Failure> {
  return decision.allowed ? ok(null) : err({ kind: "forbidden", message: decision.reason });
}

/** An "invalid" failure. @param cause the error behind it, for the log */
export function invalid(
  message: string,
  fields?: Record<string, string[]>,
  cause?: unknown,
): { ok: false; error: Failure } {
  return err({
    kind: "invalid",
    message,
    ...(fields && { fields }),
    ...(cause !== undefined && { cause }),
  });
}

/**
 * The result of a call that may be a repeat, if the actor can still see the article. A repeat is answered with the first answer, but by
 * now the actor may be a guest of another article.
 */
export function onlyVisible<T>(
  actor: Actor,
  result: Result<T, Failure>,
  articleIdOf: (value: T) => string,
): Result<T, Failure> {
  if (!result.ok) return result;
  const articleId = articleIdOf(result.value);
  return can(actor, "read", "article", { articleId }).allowed ? result : notFound("article");
}

/** Parses an input. Server actions and routes are public, so nothing in it is trusted. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>, Failure> {
  const parsed = schema.safeParse(stripUnstorableInput(input));
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  const first = parsed.error.issues[0];
  return invalid(first?.message ?? "The request could not be read.", fields);
}
