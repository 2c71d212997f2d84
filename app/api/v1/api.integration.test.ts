import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { API_RATE, type Handler } from "@/lib/api/endpoint";
import { findTokenByHash } from "@/lib/db/api-tokens";
import { API_SCOPES, type ApiScope } from "@/lib/policies/api-scope";
import { type ApiCall, callApi, makeToken, newArticleBody, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken, revokeToken } from "@/lib/workflows/people/api-tokens";
import * as unknown from "./[[...path]]/route";
import * as claimsRoute from "./articles/[id]/claims/route";
import * as exportsRoute from "./articles/[id]/exports/[format]/route";
import * as publishRoute from "./articles/[id]/publish/route";
import * as articlesRoute from "./articles/route";
import * as claimRoute from "./claims/[id]/route";
import * as transitionsRoute from "./claims/[id]/transitions/route";
import * as sourcesRoute from "./sources/route";

withTestDatabase();

const { POST: createArticle, GET: listArticles } = articlesRoute;

describe("every token that is not valid gets the same answer", () => {
  const other = async () => `obelus_${"x".repeat(43)}`;
  const revoked = async () => {
    const owner = await makePerson();
    const token = await makeToken(owner);
    const found = await findTokenByHash(createHash("sha256").update(token).digest("hex"));
    await revokeToken(owner, { tokenId: found?.token.id ?? "" });
    return token;
  };
  const expired = async () => {
    const token = await makeToken(await makePerson());
    await runSql(
      `UPDATE "ApiToken" SET "createdAt" = now() - interval '2 days', "expiresAt" = now() - interval '1 day' WHERE "tokenHash" = $1`,
      createHash("sha256").update(token).digest("hex"),
    );
    return token;
  };
  test.each([
    ["none", async () => ({})],
    ["another scheme", async () => ({ authorization: "Basic YTpi" })],
    ["a cookie", async () => ({ cookie: `token=${await makeToken(await makePerson())}` })],
    ["an unknown one", async () => ({ authorization: `Bearer ${await other()}` })],
    ["a revoked one", async () => ({ authorization: `Bearer ${await revoked()}` })],
    ["an expired one", async () => ({ authorization: `Bearer ${await expired()}` })],
    ["one that is too long", async () => ({ authorization: `Bearer ${"x".repeat(9000)}` })],
  ])("%s", async (_, headersOf) => {
    const none = await callApi(listArticles, { method: "GET" });
    const answer = await callApi(listArticles, { method: "GET", headers: await headersOf() });
    expect(answer).toMatchObject(problemAnswer(401, "unauthenticated"));
    expect(answer).toEqual(none);
  });
});

const refusals: [string, Handler, ApiCall, number, string][] = [
  [
    "invalid JSON",
    createArticle,
    { body: "{", headers: { "content-type": "application/json" } },
    400,
    "malformed-body",
  ],
  [
    "bytes that are not UTF-8",
    createArticle,
    { body: new Uint8Array([0x22, 0xff, 0x22]), headers: { "content-type": "application/json" } },
    400,
    "malformed-body",
  ],
  ["a form without its file", createArticle, { body: new FormData() }, 400, "malformed-body"],
  [
    "an invalid key",
    createArticle,
    { json: newArticleBody(), headers: { "idempotency-key": "ä b" } },
    400,
    "invalid-idempotency-key",
  ],
  [
    "an unknown article",
    claimsRoute.POST,
    { params: { id: crypto.randomUUID() }, json: { anchor: { start: 0, end: 1 } } },
    404,
    "not-found",
  ],
  ["an invalid id", claimRoute.GET, { method: "GET", params: { id: "1" } }, 404, "not-found"],
  ["an unknown address", unknown.GET, { method: "GET" }, 404, "not-found"],
  ["a method that there is not", articlesRoute.DELETE, { method: "DELETE" }, 405, "method-not-allowed"],
  ["too much", sourcesRoute.POST, { json: { title: "x".repeat(2 * 1024 * 1024) } }, 413, "body-too-large"],
  [
    "XML",
    createArticle,
    { body: "<a/>", headers: { "content-type": "application/xml" } },
    415,
    "unsupported-media-type",
  ],
  ["a form where none is taken", sourcesRoute.POST, { body: new FormData() }, 415, "unsupported-media-type"],
  ["no title", createArticle, { json: { content: { format: "text", value: "x" } } }, 422, "invalid"],
  [
    "another format",
    createArticle,
    { json: { ...newArticleBody(), content: { format: "pdf", value: "x" } } },
    422,
    "invalid",
  ],
  [
    "an invalid date",
    createArticle,
    { json: { ...newArticleBody(), publishedAt: "2024-02-31" } },
    422,
    "invalid",
  ],
  ["no limit like that", listArticles, { method: "GET", path: "/articles?limit=1000" }, 422, "invalid"],
  ["a source without a title", sourcesRoute.POST, { json: { title: " " } }, 422, "invalid"],
  [
    "an edit without If-Match",
    claimRoute.PATCH,
    { method: "PATCH", params: { id: crypto.randomUUID() }, json: {} },
    428,
    "precondition-required",
  ],
  [
    "a deletion without If-Match",
    claimRoute.DELETE,
    { method: "DELETE", params: { id: crypto.randomUUID() } },
    428,
    "precondition-required",
  ],
  [
    "a publication without If-Match",
    publishRoute.POST,
    { params: { id: crypto.randomUUID() } },
    428,
    "precondition-required",
  ],
];

test.each(refusals)("%s is refused", async (_, handler, call, status, name) => {
  const answer = await callApi(handler, { ...call, token: await makeToken(await makePerson()) });
  expect(answer).toMatchObject(problemAnswer(status, name));
});

test("a wrong field is named by its pointer", async () => {
  const article = await makeArticle();
  const answer = await callApi(claimsRoute.POST, {
    token: await makeToken(article.author),
    params: { id: article.id },
    json: {
      anchor: { exact: "$240 billion" },
      claimedAt: "2024-02-31",
      evidence: [{ stance: "supports", source: { title: "" } }],
    },
  });
  const { errors } = answer.body as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["/claimedAt", "/evidence/0/source/title"]);
});

test("a method that there is not names those that there are", async () => {
  const { headers } = await callApi(articlesRoute.PUT, { method: "PUT" });
  expect(headers.allow).toBe("GET, POST, HEAD, OPTIONS");
});

test("a token that may only read changes nothing", async () => {
  const token = await makeToken(await makePerson(), "read");
  expect((await callApi(listArticles, { method: "GET", token })).status).toBe(200);
  expect(await callApi(createArticle, { token, json: newArticleBody() })).toMatchObject(
    problemAnswer(403, "insufficient-scope"),
  );
});

/** Calls of every scope that there are calls for. The thing that they are about does not exist. */
const scopedCalls: [ApiScope, Handler, ApiCall][] = [
  ["read", claimRoute.GET, { method: "GET" }],
  ["write", claimsRoute.POST, { json: { anchor: { start: 0, end: 1 } } }],
  ["review", transitionsRoute.POST, { json: { action: "approve" } }],
  ["publish", publishRoute.POST, {}],
  ["export", exportsRoute.GET, { method: "GET" }],
];

test.each(scopedCalls)("the scope %s is needed, and enough", async (scope, handler, call) => {
  const owner = await makePerson();
  const tokenWith = async (scopes: readonly ApiScope[]) =>
    must(await createToken(owner, { name: "A", scopes: [...scopes] })).token;
  const complete = {
    ...call,
    params: { id: crypto.randomUUID(), format: "pdf" },
    headers: { "if-match": "*" },
  };
  const others = await tokenWith(API_SCOPES.filter((each) => each !== scope));
  expect(await callApi(handler, { ...complete, token: others })).toMatchObject({
    ...problemAnswer(403, "insufficient-scope"),
    body: { detail: expect.stringContaining(` ${scope}.`) },
  });
  expect(await callApi(handler, { ...complete, token: await tokenWith([scope]) })).toMatchObject(
    problemAnswer(404, "not-found"),
  );
});

test("a token may do what its owner may, and no more", async () => {
  const checker = await makePerson({ role: "checker" });
  const claim = await makeClaim();
  const answer = await callApi(publishRoute.POST, {
    token: await makeToken(checker),
    params: { id: claim.articleId },
    headers: { "if-match": "*" },
  });
  expect(answer).toMatchObject(problemAnswer(403, "forbidden"));
});

test("a token over its rate limit gets the number of seconds to wait", async () => {
  const token = await makeToken(await makePerson());
  const first = await callApi(listArticles, { method: "GET", token });
  expect(first.headers.ratelimit).toBe(`"token";r=${API_RATE.requests - 1};t=${API_RATE.seconds}`);
  await runSql(`UPDATE "RateLimit" SET "count" = $1 WHERE "key" LIKE 'api:%'`, API_RATE.requests);
  const answer = await callApi(listArticles, { method: "GET", token });
  expect(answer).toMatchObject(problemAnswer(429, "too-many-requests"));
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
});

test("characters that the database cannot hold do no harm", async () => {
  const token = await makeToken(await makePerson());
  const answer = await callApi(sourcesRoute.POST, { token, json: { title: "A\u0000B\ud800" } });
  expect(answer).toMatchObject({ status: 201, body: { title: "AB\ufffd" } });
  for (const handler of [listArticles, sourcesRoute.GET])
    expect(await callApi(handler, { method: "GET", path: "/list?q=%00", token })).toMatchObject({
      status: 200,
    });
});

test.each([
  ["Up 5% in May", "5% in", 1],
  ["Up 50 in May", "5% in", 0],
  ["Tax", "t_x", 0],
  ["A\\B", "a\\b", 1],
])("what is looked for is taken as it stands: in “%s”, “%s”", async (title, words, total) => {
  const token = await makeToken(await makePerson());
  const id = crypto.randomUUID();
  await makeArticle({ title: `${id} ${title}` });
  const query = new URLSearchParams({ q: `${id} ${title.slice(0, title.search(/5|T|A/))}${words}` });
  const answer = await callApi(listArticles, { method: "GET", path: `/articles?${query}`, token });
  expect(answer.body).toMatchObject({ total });
});
