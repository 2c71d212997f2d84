import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { err } from "@/lib/result";
import { endpoint } from "./endpoint";
import { operation } from "./operation";

vi.mock("@/lib/workflows/people/api-tokens", () => ({
  findTokenActor: async () => ({
    actor: { id: "person-1", name: "Ada", email: "ada@example.org", role: "editor" },
    tokenId: "token-1",
    scopes: ["write"],
  }),
}));
vi.mock("@/lib/db/rate-limits", () => ({ countEvent: async () => ({ count: 1, secondsLeft: 60 }) }));
const log = vi.spyOn(console, "warn").mockImplementation(() => {});
beforeEach(() => log.mockClear());

const secret = new Error("connect ECONNREFUSED 10.0.0.5:25");
const call = (handle: ReturnType<typeof endpoint>["handle"], body?: string) =>
  handle(
    new Request("http://localhost:3000/api/v1/claims", {
      method: "POST",
      headers: { authorization: "Bearer obelus_x", "content-type": "application/json" },
      ...(body !== undefined && { body }),
    }),
    { params: Promise.resolve({}) },
  );

test("the cause of a workflow's failure is logged once and not sent", async () => {
  const { handle } = endpoint(
    operation({
      id: "importArticle",
      method: "POST",
      path: "/articles",
      summary: "Import an article",
      scope: "write",
      answer: { status: 201, description: "The article" },
    }),
    async () => err({ kind: "unavailable" as const, message: "Try again later.", cause: secret }),
  );
  const response = await call(handle);
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain("ECONNREFUSED");
  expect(log.mock.calls).toEqual([["API operation importArticle: Try again later.", secret]]);
});

test("the cause of a body that cannot be read is logged once and not sent", async () => {
  const { handle } = endpoint(
    operation({
      id: "createClaim",
      method: "POST",
      path: "/claims",
      summary: "Mark a claim",
      scope: "write",
      body: { schema: z.unknown(), limit: 1000 },
      answer: { status: 201, description: "The claim" },
    }),
    vi.fn(),
  );
  const response = await call(handle, "{secret-body");
  expect(response.status).toBe(400);
  expect(Object.keys((await response.json()) as object)).not.toContain("cause");
  expect(log.mock.calls).toEqual([
    ["API operation createClaim: The body is not JSON in UTF-8.", expect.any(SyntaxError)],
  ]);
});
