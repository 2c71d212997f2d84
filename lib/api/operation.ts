import type { z } from "zod";
import type { ApiScope } from "@/lib/policies/api-scope";
import type { ProblemName } from "./problem";
import type { BodyRules } from "./read-body";

/** One method of one address, from which its handler and its OpenAPI entry are made. */
export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1, with parameters: "/claims/{id}". */
  path: string;
  summary: string;
  description?: string;
  /** What a token must have. */
  scope: ApiScope;
  query?: Query;
  body?: BodyRules & {
    schema: Body;
    /** The fields of a form besides its `file`. Lists and objects are sent as JSON. */
    formSchema?: z.ZodObject;
  };
  /** Whether it changes an existing resource, which requires If-Match. */
  edits?: boolean;
  answer: {
    status: 200 | 201 | 204;
    description: string;
    /** Absent without JSON. */
    schema?: Answer;
    /** Whether it has an ETag. */
    tagged?: boolean;
    /** Whether it has a Location. */
    located?: boolean;
    /** Media type of the schema; application/json by default. */
    type?: string;
    /** Further media types of the same JSON, of which the header Accept chooses. With them, it can't name only others. */
    alsoAs?: readonly string[];
    /** Media types other than JSON. */
    media?: readonly string[];
    /** The answer with status 202 and a Location, if the work can be finished later. */
    accepted?: { description: string; schema: z.ZodType };
  };
  /** Its answer contains a secret: where it is stored for a repeat, it is sealed. */
  isConfidential?: boolean;
  /** In addition to those of every operation of its kind. */
  problems?: readonly ProblemName[];
}

/** Identity function that infers the types of the schemas. */
export function operation<
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<unknown>,
  Answer extends z.ZodType = z.ZodType<undefined>,
>(definition: Operation<Query, Body, Answer>): Operation<Query, Body, Answer> {
  return definition;
}

/** Every problem that an operation can return. */
export function problemsOf({
  query,
  body,
  edits,
  method,
  scope,
  path,
  answer,
  problems = [],
}: Operation): ProblemName[] {
  return [
    "unauthenticated",
    "insufficient-scope",
    ...(scope === "read" || scope === "export" ? [] : (["forbidden"] as const)),
    ...(path.includes("{") ? (["not-found"] as const) : []),
    ...(body ? (["malformed-body", "body-too-large", "unsupported-media-type"] as const) : []),
    ...(method === "POST"
      ? (["invalid-idempotency-key", "idempotency-key-reused", "in-progress", "outcome-unknown"] as const)
      : []),
    ...(edits ? (["precondition-failed", "precondition-required"] as const) : []),
    ...(method === "GET" && !query && !path.includes("exports") && path.includes("{")
      ? []
      : (["invalid"] as const)),
    ...(answer.alsoAs ? (["not-acceptable"] as const) : []),
    "too-many-requests",
    "internal-error",
    ...problems,
  ];
}
