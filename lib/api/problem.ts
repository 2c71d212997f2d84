import { z } from "zod";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";

/** Every problem type of the API: its status, its title, and what a program can do about it. */
export const PROBLEMS = {
  "malformed-body": [400, "The body cannot be read", "Send a body that matches its content type."],
  "invalid-idempotency-key": [
    400,
    "The Idempotency-Key cannot be used",
    "Send 1 to 255 printable ASCII characters, for example a UUID.",
  ],
  unauthenticated: [
    401,
    "No valid token",
    "Send the header Authorization: Bearer with a token that is not revoked or expired and whose owner can sign in.",
  ],
  forbidden: [403, "Not allowed", "The token's owner is not allowed to do this; `detail` says who is."],
  "insufficient-scope": [
    403,
    "The token does not have the scope",
    "Use a token with the scope that `detail` names.",
  ],
  "not-found": [404, "Not found", "Check the address, or the list that it came from."],
  "not-published": [404, "Not published", "There is nothing to export until the article is published."],
  "method-not-allowed": [405, "Method not allowed", "Use one of the methods in the header Allow."],
  "not-acceptable": [
    406,
    "None of the accepted media types can be sent",
    "Name one of `types` in the header Accept, or send no such header.",
  ],
  "known-article": [
    409,
    "The desk already has this article",
    "Use `article`, or repeat with ifKnown: new-version makes it the next version of that article, import stores it as a separate one.",
  ],
  "known-claim": [
    409,
    "The article already has this claim",
    "Use the claim with this `number`, or change it.",
  ],
  "known-source": [
    409,
    "The library already has this source",
    "Use `source`. If `sameBy` is title and yours is another source, repeat with allowSameTitle: true.",
  ],
  "ambiguous-quote": [
    409,
    "The text appears more than once",
    "Repeat with the prefix and suffix, or the start and end, of one of the `candidates`.",
  ],
  "text-changed": [
    409,
    "The text has changed",
    "Read the article again and anchor the claim in its current version.",
  ],
  "not-ready": [409, "The article is not ready to be published", "Resolve the `blockers` first."],
  "in-progress": [409, "The same call is still running", "Repeat it after Retry-After, with the same key."],
  "outcome-unknown": [
    409,
    "The call with this key took effect, but its answer was lost",
    "Read what it created or changed. Do not repeat it.",
  ],
  "precondition-failed": [
    412,
    "It was changed in the meantime",
    "Read it again, compare, and repeat with the new ETag in If-Match.",
  ],
  "body-too-large": [413, "The body is too large", "Send less; `detail` states the limit."],
  "unsupported-media-type": [415, "Content type not supported", "Use one of the types in the header Accept."],
  invalid: [422, "The request is invalid", "`errors` says what is wrong and where."],
  "outputs-failed": [
    422,
    "A file of the publication can't be made",
    "`detail` says which file, and what to change. Nothing was published.",
  ],
  "list-of-articles": [
    422,
    "This is a list of articles, not one",
    "Import one of the addresses in `articles`.",
  ],
  "idempotency-key-reused": [
    422,
    "The Idempotency-Key was used for another call",
    "Use a new key for each call, and the same key only to repeat it unchanged.",
  ],
  "precondition-required": [
    428,
    "If-Match is missing",
    "Send the ETag of what you read in If-Match, or * to change any revision.",
  ],
  "too-many-requests": [429, "Too many requests", "Wait for the time in Retry-After."],
  "internal-error": [500, "Internal error", "Try again later; the server's log has details."],
  unavailable: [503, "Temporarily unavailable", "Try again later."],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemName = keyof typeof PROBLEMS;

/** A problem by name, with its details. */
export interface Problem {
  problem: ProblemName;
  detail?: string;
  /** Extension members of the body. */
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** The error behind it, for the log; never sent. */
  cause?: unknown;
}

/** RFC 9457. */
export const problemSchema = z
  .looseObject({
    type: z.url().meta({ description: "The problem type; its address can be opened." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: "For the person who uses the program." }),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: "JSON pointer" }), detail: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

export function problemAddress(name: ProblemName): string {
  return `${env().publicUrl}/api/v1/problems/${name}`;
}

/** Headers of every API response. None is a page. */
export const SAFE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const;

export function problemResponse({ problem, detail, more, headers }: Problem): Response {
  const [status, title] = PROBLEMS[problem];
  return Response.json(
    { type: problemAddress(problem), title, status, ...(detail !== undefined && { detail }), ...more },
    { status, headers: { ...SAFE_HEADERS, "content-type": "application/problem+json", ...headers } },
  );
}

/** The path of a field, "evidence.0.source.title", as a JSON pointer. */
export function pointerTo(path: string): string {
  if (path === "") return "";
  return path
    .split(".")
    .map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/**
 * A workflow's failure as a problem. Its cause is not sent.
 * @param pointer where the request has a field of the workflow
 */
export function problemOf(failure: Failure, pointer: (path: string) => string = pointerTo): Problem {
  return { ...bodyOf(failure, pointer), ...(failure.cause !== undefined && { cause: failure.cause }) };
}

function bodyOf(failure: Failure, pointer: (path: string) => string): Problem {
  const detail = failure.message;
  switch (failure.kind) {
    case "unauthenticated":
    case "forbidden":
    case "not-found":
      return { problem: failure.kind, detail };
    case "invalid": {
      const errors = Object.entries(failure.fields ?? {}).flatMap(([path, messages]) =>
        messages.map((message) => ({ pointer: pointer(path), detail: message })),
      );
      return { problem: "invalid", detail, more: { errors } };
    }
    case "stale":
      return { problem: "precondition-failed", detail };
    case "rate-limited":
      return { problem: "too-many-requests", detail, headers: { "retry-after": String(failure.retryAfter) } };
    case "unavailable":
      return { problem: "unavailable", detail, headers: { "retry-after": "30" } };
  }
}
