import { z } from "zod";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";

/** Every problem that the API answers with: its status, its title, and what a program can do about it. */
export const PROBLEMS = {
  "malformed-body": [
    400,
    "The body cannot be read",
    "Send the body in the form that its content type names.",
  ],
  "invalid-idempotency-key": [
    400,
    "The Idempotency-Key cannot be used",
    "Send 1 to 255 printable ASCII characters, a UUID for one.",
  ],
  unauthenticated: [
    401,
    "No valid token",
    "Send the header Authorization: Bearer with a token that was neither revoked nor has expired, and whose owner may sign in.",
  ],
  forbidden: [403, "Not allowed", "The token's owner may not do this; `detail` says who may."],
  "insufficient-scope": [403, "The token may only read", "Use a token that was made with the scope write."],
  "not-found": [404, "Not found", "Look at the address, or at the list that the thing was in."],
  "not-published": [404, "Not published", "There is nothing to export until the article is published."],
  "method-not-allowed": [405, "Method not allowed", "Use one of the methods that the header Allow names."],
  "known-article": [
    409,
    "The desk has this article",
    "Open `article`, or repeat with ifKnown: new-version makes it the next version of that article, import stores it as another.",
  ],
  "known-source": [409, "The library has this source", "Use `source`, or merge and edit in the desk."],
  "ambiguous-quote": [
    409,
    "The words stand in the text more than once",
    "Repeat with prefix and suffix, or with start and end, of one of the `candidates`.",
  ],
  "text-changed": [
    409,
    "The text has changed",
    "Read the article again and anchor the claim in its current version.",
  ],
  "not-ready": [409, "The article is not ready to be published", "Do what `blockers` say first."],
  "in-progress": [409, "The same call is being worked on", "Repeat it after Retry-After, with the same key."],
  "outcome-unknown": [
    409,
    "How the call with this key ended is not known",
    "Look whether it took effect. If it did not, repeat it with another key.",
  ],
  "precondition-failed": [
    412,
    "It was changed in the meantime",
    "Read it again, compare, and repeat with its new ETag in If-Match.",
  ],
  "body-too-large": [413, "The body is too large", "Send less; `detail` says how much fits."],
  "unsupported-media-type": [415, "Content type not supported", "Send one that the header Accept names."],
  invalid: [422, "What was sent does not fit", "`errors` says what is wrong and where."],
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
    "Send the ETag of what you read in If-Match, or * to change it however it stands.",
  ],
  "too-many-requests": [429, "Too many requests", "Wait as long as Retry-After says."],
  "internal-error": [500, "Something went wrong here", "Try again later; the server's log says more."],
  unavailable: [503, "Not available just now", "Try again later."],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemName = keyof typeof PROBLEMS;

/** A refusal by its name, with what belongs to this one. */
export interface Problem {
  problem: ProblemName;
  detail?: string;
  /** Further members of the body. */
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** RFC 9457. */
export const problemSchema = z
  .looseObject({
    type: z.url().meta({ description: "What kind of problem this is; it can be opened." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: "About this one, for the person behind the program." }),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: "JSON pointer" }), detail: z.string() }))
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

export function problemAddress(name: ProblemName): string {
  return `${env().publicUrl}/api/v1/problems/${name}`;
}

/** What no answer of the API goes without. Nothing of it is a page. */
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

/** What the fields of the workflows are called here. */
const renamed: Record<string, string> = {
  publishedOn: "publishedAt",
  claimedOn: "claimedAt",
  accessedOn: "accessedAt",
  ratingKey: "rating",
  rationaleDoc: "rationale",
};

/** A field path of a workflow, "evidence.0.source.title", as a JSON pointer into what was sent. */
export function pointerTo(path: string): string {
  if (path === "") return "";
  return path
    .split(".")
    .map((step) => `/${renamed[step] ?? step}`)
    .join("");
}

/** A workflow's failure as the API says it. */
export function problemOf(failure: Failure): Problem {
  const detail = failure.message;
  switch (failure.kind) {
    case "unauthenticated":
    case "forbidden":
    case "not-found":
      return { problem: failure.kind, detail };
    case "invalid": {
      const errors = Object.entries(failure.fields ?? {}).flatMap(([path, messages]) =>
        messages.map((message) => ({ pointer: pointerTo(path), detail: message })),
      );
      return { problem: "invalid", detail, more: { errors } };
    }
    case "stale":
      return { problem: "precondition-failed", detail };
    case "rate-limited":
      return { problem: "too-many-requests", detail, headers: { "retry-after": String(failure.retryAfter) } };
    case "unavailable":
      if (failure.cause) console.error("the API could not serve:", failure.cause);
      return { problem: "unavailable", detail, headers: { "retry-after": "30" } };
  }
}
