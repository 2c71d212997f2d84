import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { beforeAll, expect, test } from "vitest";
import * as route from "@/app/mcp/route";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";

withTestDatabase();

let editor: Actor;
let slug = "";
let articleId = "";
let statement = "";
let number = 0;

/** A client of the SDK that reaches the route without a server. */
async function connect(): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const methods: Record<string, (request: Request) => Response | Promise<Response>> = {
    POST: route.POST,
    GET: route.GET,
    DELETE: route.DELETE,
  };
  const transport = new StreamableHTTPClientTransport(new URL("http://localhost:3000/mcp"), {
    fetch: async (url, init) => {
      const request = new Request(url, init);
      return (await methods[request.method]?.(request)) ?? Response.error();
    },
  });
  await client.connect(transport);
  return client;
}

const call = async (name: string, args: Record<string, unknown>) => {
  const client = await connect();
  try {
    return await client.callTool({ name, arguments: args });
  } finally {
    await client.close();
  }
};

beforeAll(async () => {
  editor = await makePerson({ role: "editor" });
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  ({ id: articleId, slug } = article);
  ({ statement, number } = claim);
  must(await publishArticle(editor, { articleId, revision: await revisionOf(articleId), corrections: [] }));
  // A draft with the same statement, which must not be found.
  await makeClaim({ statement } as never);
});

test("the tools are listed, and all of them only read", async () => {
  const client = await connect();
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    "get_article",
    "get_claim",
    "quote",
    "search_checks",
  ]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  await client.close();
});

test("a published claim is found by its words, and no draft", async () => {
  const { structuredContent } = await call("search_checks", { query: statement });
  expect(structuredContent).toMatchObject({ claims: [{ slug, number, statement }] });
  const { claims } = structuredContent as { claims: unknown[] };
  expect(claims).toHaveLength(1);
});

test("a claim comes with its verdict, sources and link", async () => {
  const { structuredContent } = await call("get_claim", { slug, number });
  expect(structuredContent).toMatchObject({
    statement,
    rating: { label: expect.any(String) },
    url: expect.stringMatching(`/articles/${slug}/claims/${number}$`),
    sources: [{ title: expect.any(String) }],
  });
});

test("an article comes with its claims, and a quote with its link", async () => {
  expect((await call("get_article", { slug })).structuredContent).toMatchObject({
    claimCount: 1,
    claims: [{ number, statement }],
    nextFrom: null,
  });
  expect((await call("quote", { slug, number })).structuredContent).toMatchObject({
    text: expect.stringContaining(statement),
    licence: expect.any(String),
  });
});

test.each([
  ["an unknown claim", "get_claim", { slug: "unknown", number: 1 }],
  ["an input that is too long", "search_checks", { query: "a".repeat(201) }],
  ["a number that is none", "get_claim", { slug: "x", number: -1 }],
])("%s is an error that a program can read", async (_, name, args) => {
  expect(await call(name, args)).toMatchObject({ isError: true, content: [{ type: "text" }] });
});

test.each<[string, RequestInit, number]>([
  ["a page of another site", { headers: { origin: "https://evil.example" }, body: "{}" }, 403],
  ["a batch", { body: "[]" }, 400],
  ["what is not JSON", { body: "{" }, 400],
  ["a body that is too large", { body: " ".repeat(70_000) }, 413],
])("%s is refused", async (_, init, status) => {
  const response = await route.POST(new Request("http://localhost:3000/mcp", { method: "POST", ...init }));
  expect(response.status).toBe(status);
});

test("what was redacted is neither found nor shown", async () => {
  const word = statement.split(" ")[0] ?? "";
  must(
    await redactArticle(editor, {
      articleId,
      target: { kind: "text", text: statement },
      reason: "A court ordered it.",
    } as never),
  );
  expect((await call("search_checks", { query: statement })).structuredContent).toEqual({ claims: [] });
  const shown = JSON.stringify(await call("get_claim", { slug, number }));
  expect(shown).not.toContain(statement);
  expect(word).not.toBe("");
});
