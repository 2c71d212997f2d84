import { createHash } from "node:crypto";
import type { z } from "zod";
import { countEvent } from "@/lib/db/rate-limits";
import type { Failure } from "@/lib/failure";
import { chooseType } from "@/lib/http/choose-type";
import { matchesEtag } from "@/lib/http/matches-etag";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { stripUnstorableInput } from "@/lib/strip-unstorable";
import { findTokenActor } from "@/lib/workflows/people/api-tokens";
import { isKey, once } from "./once";
import type { Operation } from "./operation";
import { parseShape } from "./parse-shape";
import { type Precondition, readPrecondition } from "./precondition";
import { type Problem, problemOf, problemResponse, SAFE_HEADERS } from "./problem";
import { type ReadBody, readBody } from "./read-body";
import { readFormFields } from "./requests/read-form-fields";
import { requestPointer } from "./requests/request-fields";

/** Requests per token and time window. */
export const API_RATE = { requests: 1200, seconds: 60 } as const;

/** A validated call. */
export interface Call<Query, Body> {
  actor: Actor;
  /** Path parameters. */
  params: Record<string, string>;
  query: Query;
  body: Body;
  file: ReadBody["file"];
  precondition: Precondition;
  /** Unique to this call: from the caller's key, or generated. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** The event after which a stream resumes. */
  lastEventId: string | null;
  /** The header Prefer (RFC 7240). */
  prefer: string | null;
  /** Looks up the token's actor again; null if it is no longer valid. */
  actorNow: () => Promise<Actor | null>;
}

export type Answered<Answer> =
  | { body: Answer; headers?: Record<string, string> }
  /** The work is finished later; `location` is where to read how far it is. */
  | { accepted: object; location: string }
  | { bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>; headers: Record<string, string> };

/** A problem, or a workflow's failure, which is converted to one. */
export type Refusal = Problem | Failure;

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

export interface Endpoint {
  operation: Operation;
  handle: Handler;
}

/** Makes the handler of an operation. Authentication, rate limit, input and preconditions are checked before `run`. */
export function endpoint<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  operation: Operation<Query, Body, Answer>,
  run: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Result<Answered<z.input<Answer>>, Refusal>>,
): Endpoint {
  const handle: Handler = async (request, context) => {
    const rate: Record<string, string> = {};
    const answer = async (): Promise<Response> => {
      const caller = await callerOf(request, operation, rate);
      if (!caller.ok) return problemResponse(caller.error);
      const params = (await context.params) as Record<string, string>;
      const type = answerType(operation, request.headers.get("accept"));
      if (!type.ok) return problemResponse(type.error);
      const read = await readCall(request, operation);
      if (!read.ok) return refuse(operation, read.error);
      const { key, hash, ...call } = read.value;
      const { actor, actorNow } = caller.value;
      const { id: ownerId } = actor;
      const act = async () => {
        const idempotencyKey =
          key === null ? crypto.randomUUID() : createHash("sha256").update(key).digest("hex");
        const result = await run({
          ...call,
          actor,
          actorNow,
          params,
          idempotencyKey,
          signal: request.signal,
          lastEventId: request.headers.get("last-event-id"),
          prefer: request.headers.get("prefer"),
        } as never);
        return result.ok
          ? answerOf(operation, result.value, {
              type: type.value,
              known: request.headers.get("if-none-match"),
            })
          : refuse(operation, asProblem(result.error, operation, call.file !== null));
      };
      if (operation.method !== "POST" || key === null) return act();
      const { pathname, search } = new URL(request.url);
      const fingerprint = createHash("sha256").update(`POST ${pathname}${search} ${hash}`).digest("hex");
      return once({ ownerId, key, fingerprint, isConfidential: operation.isConfidential === true }, act);
    };
    let response: Response;
    try {
      response = await answer();
    } catch (cause) {
      console.error(`API operation ${operation.id} failed:`, cause);
      response = problemResponse({
        problem: "internal-error",
        detail: "The request failed. Try again later.",
      });
    }
    for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
    return response;
  };
  return { operation, handle };
}

/** Logs a problem's cause, if it has one, and answers without it. */
function refuse({ id }: { id: string }, problem: Problem): Response {
  if (problem.cause !== undefined)
    console.warn(`API operation ${id}: ${problem.detail ?? problem.problem}`, problem.cause);
  return problemResponse(problem);
}

/** A refusal, whose errors name fields of the request. */
function asProblem(refusal: Refusal, operation: Operation, isForm: boolean): Problem {
  return "problem" in refusal
    ? refusal
    : problemOf(refusal, (path) => requestPointer(operation, path, isForm));
}

const UNAUTHENTICATED: Problem = {
  problem: "unauthenticated",
  detail: "Send a valid token: Authorization: Bearer obelus_…",
  headers: { "www-authenticate": 'Bearer realm="Obelus"' },
};

/** The caller, by token. Cookies are ignored, and every invalid token gets the same answer. */
async function callerOf(
  request: Request,
  { scope }: Pick<Operation, "scope">,
  rate: Record<string, string>,
): Promise<Result<Pick<Call<unknown, unknown>, "actor" | "actorNow">, Problem>> {
  const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const found = token === undefined || token.length > 200 ? null : await findTokenActor(token);
  if (!found) return err(UNAUTHENTICATED);
  const { requests, seconds } = API_RATE;
  const { count, secondsLeft } = await countEvent(`api:${found.tokenId}`, seconds);
  rate["ratelimit-policy"] = `"token";q=${requests};w=${seconds}`;
  rate.ratelimit = `"token";r=${Math.max(0, requests - count)};t=${Math.min(seconds, secondsLeft)}`;
  if (count > requests)
    return err({
      problem: "too-many-requests",
      detail: `A token can make ${requests.toLocaleString("en")} requests in ${seconds} seconds.`,
      headers: { "retry-after": String(Math.max(1, secondsLeft)) },
    });
  if (!found.scopes.includes(scope))
    return err({
      problem: "insufficient-scope",
      detail: `This token does not have the scope ${scope}. Create one that does.`,
      headers: {
        "www-authenticate": `Bearer realm="Obelus", error="insufficient_scope", scope="${scope}"`,
      },
    });
  const actorNow = async () => (await findTokenActor(token as string))?.actor ?? null;
  return ok({ actor: found.actor, actorNow });
}

/** The call's input, checked against its operation. */
async function readCall(request: Request, operation: Operation) {
  const body = operation.body
    ? await readBody(request, operation.body)
    : ok<ReadBody>({ value: undefined, file: null, hash: "" });
  if (!body.ok) return body;
  const key = request.headers.get("idempotency-key")?.trim() ?? null;
  if (operation.method === "POST" && key !== null && !isKey(key))
    return err<Problem>({ problem: "invalid-idempotency-key" });
  const isForm = body.value.file !== null;
  const pointer = (path: string) => requestPointer(operation, path, isForm);
  const query = parseShape(
    operation.query,
    stripUnstorableInput(Object.fromEntries(new URL(request.url).searchParams)),
    pointer,
  );
  if (!query.ok) return query;
  const { schema, formSchema } = operation.body ?? {};
  const input = isForm
    ? readFormFields(formSchema, body.value.value as Record<string, string>)
    : ok(body.value.value);
  if (!input.ok) return input;
  const parsed = parseShape(isForm ? formSchema : schema, input.value, pointer);
  if (!parsed.ok) return parsed;
  const precondition = operation.edits
    ? readPrecondition(request.headers.get("if-match"))
    : ok<Precondition>({ kind: "any" });
  if (!precondition.ok) return precondition;
  return ok({
    key,
    hash: body.value.hash,
    file: body.value.file,
    query: query.value,
    body: parsed.value,
    precondition: precondition.value,
  });
}

/** The media type of an answer, chosen by the client where there are several; null for plain JSON. */
function answerType({ answer }: Operation, accept: string | null): Result<string | null, Problem> {
  const { type = null, alsoAs } = answer;
  if (type === null || !alsoAs) return ok(type);
  const types = [type, ...alsoAs];
  const chosen = chooseType(accept, types);
  if (chosen !== null) return ok(chosen);
  return err({
    problem: "not-acceptable",
    detail: `This is sent as ${types.join(" or ")}. Name one of them in the header Accept.`,
    more: { types },
    headers: { vary: "Accept" },
  });
}

/** @param client.known its If-None-Match: what it names is not sent again */
function answerOf(
  operation: Operation,
  answered: Answered<unknown>,
  client: { type: string | null; known: string | null },
): Response {
  const { status } = operation.answer;
  if ("accepted" in answered)
    return Response.json(answered.accepted, {
      status: 202,
      headers: { ...SAFE_HEADERS, location: answered.location, "retry-after": "1" },
    });
  const etag = answered.headers?.etag;
  if (operation.method === "GET" && etag !== undefined && matchesEtag(client.known, etag)) {
    if ("bytes" in answered && answered.bytes instanceof ReadableStream) void answered.bytes.cancel();
    return new Response(null, {
      status: 304,
      headers: { ...SAFE_HEADERS, ...keptHeaders(answered.headers) },
    });
  }
  if ("bytes" in answered)
    return new Response(answered.bytes, { status, headers: { ...SAFE_HEADERS, ...answered.headers } });
  const headers = {
    ...SAFE_HEADERS,
    ...(client.type !== null && { "content-type": client.type }),
    ...answered.headers,
  };
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(answered.body, { status, headers });
}

/** The headers of an answer that is not sent again (RFC 9110, section 15.4.5). */
function keptHeaders(headers: Record<string, string> = {}): Record<string, string> {
  const kept = ["etag", "vary", "content-location", "link", "allow", "preference-applied"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => kept.includes(name.toLowerCase())));
}
