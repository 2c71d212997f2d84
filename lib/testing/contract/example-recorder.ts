import { expect } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import type { CallExample } from "@/lib/api/examples/call-example";
import { openApiDocument } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations/all";
import { makeAnswerCheck } from "./check-answer";

export interface SentCall {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Makes calls and keeps the first one of each operation as its example. */
export interface ExampleRecorder {
  examples: Record<string, CallExample>;
  /**
   * Makes a call, which must succeed as the document says.
   * @param id of the operation
   * @param as another token
   * @returns the answer without its type, as stories read what they need from it
   */
  // biome-ignore lint/suspicious/noExplicitAny: the document says what each answer is, and the call checks it
  call: (id: string, sent?: SentCall, as?: string) => Promise<{ answer: any; etag: string }>;
}

export const ifMatch = (etag: string) => ({ headers: { "If-Match": etag } });

/** @param handlers of every operation @param token of the person who calls */
export function makeExampleRecorder(handlers: ReadonlyMap<string, Handler>, token: string): ExampleRecorder {
  const examples: Record<string, CallExample> = {};
  const faultOf = makeAnswerCheck(JSON.parse(JSON.stringify(openApiDocument())));
  const idNames = new Map<string, string>();

  /** A call and its answer without what differs from run to run. */
  function shown<T>(value: T): T {
    const json = JSON.stringify(value, (_, each) =>
      typeof each === "string" && each.length > 400 ? `${each.slice(0, 12)}…` : each,
    )
      ?.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        if (!idNames.has(id))
          idNames.set(id, `01a22d00-0000-7000-8000-${String(idNames.size + 1).padStart(12, "0")}`);
        return idNames.get(id) as string;
      })
      .replace(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "2026-11-30T09:00:00.000Z")
      // Numbers of events, of which every change before takes some.
      .replace(/"(id|nextCursor|event|seen)":"\d+"/g, '"$1":"1024"')
      .replace(/whsec_[\w+/=]+/g, `whsec_${"A".repeat(32)}`)
      .replace(/"obelus_[\w-]{6}"/g, '"obelus_AAAAAA"')
      .replace(/\/(invitations|author)\/[\w-]{43}/g, `/$1/${"A".repeat(43)}`)
      .replace(/\b[0-9a-f]{64}\b/g, () => "0".repeat(64))
      .replaceAll("http://localhost:3000", "https://desk.example.org");
    return json === undefined ? value : JSON.parse(json);
  }

  async function call(id: string, sent: SentCall = {}, as = token) {
    const operation = OPERATIONS.find((each) => each.id === id);
    const handler = operation && handlers.get(`${operation.method} ${operation.path}`);
    if (!handler) throw new Error(`No route handles ${id}.`);
    const { params, query, headers, body } = sent;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => params?.[name] ?? "");
    const response = await handler(
      new Request(`http://localhost:3000/api/v1${path}?${new URLSearchParams(query)}`, {
        method: operation.method,
        headers: {
          authorization: `Bearer ${as}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      { params: Promise.resolve(params ?? {}) },
    );
    const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
    const text = await response.text();
    expect([id, response.status < 300 ? "success" : text]).toEqual([id, "success"]);
    expect([id, faultOf(operation, { status: response.status, type, text })]).toEqual([id, null]);
    // A file is JSON as well where that is its format; it is no part of the description.
    const isDescribed = text !== "" && operation.answer.media === undefined;
    const answer = isDescribed ? JSON.parse(text) : undefined;
    examples[id] ??= shown({ ...sent, status: response.status, ...(isDescribed && { answer }) });
    return { answer, etag: response.headers.get("etag") ?? "*" };
  }
  return { examples, call };
}
