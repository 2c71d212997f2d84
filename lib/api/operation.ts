import type { z } from "zod";
import type { ApiScope } from "@/lib/db/api-tokens";
import type { ProblemName } from "./problem";
import type { BodyRules } from "./read-body";

/** What one method of one address does: its handler and its place in the OpenAPI document are made from it. */
export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below /api/v1, with its parameters: "/claims/{id}". */
  path: string;
  summary: string;
  description?: string;
  scope: ApiScope;
  query?: Query;
  body?: BodyRules & {
    schema: Body;
    /** The fields beside a form's file. */
    formSchema?: z.ZodType;
  };
  /** Whether it changes something that is there, and needs If-Match. */
  edits?: boolean;
  answer: {
    status: 200 | 201 | 204;
    description: string;
    /** Left out where there is no JSON. */
    schema?: Answer;
    /** Whether it comes with an ETag. */
    tagged?: boolean;
    /** Whether it comes with Location. */
    located?: boolean;
    /** What comes instead of JSON. */
    media?: readonly string[];
  };
  /** Besides those that every operation of its kind has. */
  problems?: readonly ProblemName[];
}

/** Keeps the types of an operation's schemas. */
export function operation<
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<unknown>,
  Answer extends z.ZodType = z.ZodType<undefined>,
>(described: Operation<Query, Body, Answer>): Operation<Query, Body, Answer> {
  return described;
}

/** Every problem that an operation may answer with. */
export function problemsOf({ body, edits, method, scope, path, problems = [] }: Operation): ProblemName[] {
  return [
    "unauthenticated",
    ...(scope === "write" ? (["insufficient-scope", "forbidden"] as const) : []),
    ...(path.includes("{") ? (["not-found"] as const) : []),
    ...(body ? (["malformed-body", "body-too-large", "unsupported-media-type"] as const) : []),
    ...(method === "POST"
      ? (["invalid-idempotency-key", "idempotency-key-reused", "in-progress", "outcome-unknown"] as const)
      : []),
    ...(edits ? (["precondition-failed", "precondition-required"] as const) : []),
    ...(method === "GET" && !path.includes("exports") && path.includes("{") ? [] : (["invalid"] as const)),
    "too-many-requests",
    "internal-error",
    ...problems,
  ];
}
