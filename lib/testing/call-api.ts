import { expect } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import type { Actor } from "@/lib/policies/actor";
import { SCOPE_SETS } from "@/lib/policies/api-scope";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { must } from "./factories";

/** A token that acts as a person. @param can a common choice of scopes */
export async function makeToken(owner: Actor, can: keyof typeof SCOPE_SETS = "write"): Promise<string> {
  return must(await createToken(owner, { name: "A test", scopes: [...SCOPE_SETS[can]] })).token;
}

export interface ApiCall {
  method?: string;
  /** Below /api/v1. */
  path?: string;
  params?: Record<string, string>;
  token?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; `body` is sent unchanged. */
  json?: unknown;
  body?: BodyInit;
}

/** Calls the handler of a route without a server. */
export async function callApi(handler: Handler, call: ApiCall = {}) {
  const { method = "POST", path = "/articles", params = {}, token, headers = {}, json, body } = call;
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(body !== undefined && { body }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: text === "" ? null : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** The body of a call that creates an article which no other resembles. */
export const newArticleBody = () => ({
  title: `Trade ${crypto.randomUUID()}`,
  content: { format: "text", value: Array.from({ length: 20 }, () => crypto.randomUUID()).join(" ") },
});

/** What is the same in every answer with a problem of one kind. @param name as in its type */
export const problemAnswer = (status: number, name: string) => ({
  status,
  headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  body: {
    type: expect.stringMatching(new RegExp(`/api/v1/problems/${name}$`)),
    status,
    title: expect.any(String),
  },
});
