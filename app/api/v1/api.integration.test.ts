import { createHash } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { API_RATE, type Handler } from "@/lib/api/endpoint";
import { findTokenByHash } from "@/lib/db/api-tokens";
import { listArticleRows } from "@/lib/db/articles";
import { listClaimDrafts } from "@/lib/db/claim-drafts";
import { type ApiCall, callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { markItem } from "@/lib/workflows/checklist/mark-item";
import { saveClaimDraft } from "@/lib/workflows/claims/claim-drafts";
import { revokeToken } from "@/lib/workflows/people/api-tokens";
import * as unknown from "./[[...path]]/route";
import * as checksRoute from "./articles/[id]/checks/route";
import * as claimsRoute from "./articles/[id]/claims/route";
import * as publishRoute from "./articles/[id]/publish/route";
import * as articlesRoute from "./articles/route";
import * as claimRoute from "./claims/[id]/route";
import * as eventsRoute from "./events/route";
import * as sourceRoute from "./sources/[id]/route";
import * as sourcesRoute from "./sources/route";

withTestDatabase();

const { POST: createArticle, GET: listArticles } = articlesRoute;

/** An article that no other resembles. */
const articleBody = () => ({
  title: `Trade ${crypto.randomUUID()}`,
  content: { format: "text", value: Array.from({ length: 20 }, () => crypto.randomUUID()).join(" ") },
});

async function runSql(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** What is the same in every problem of a kind. */
const problem = (status: number, name: string) => ({
  status,
  headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  body: {
    type: expect.stringMatching(new RegExp(`/api/v1/problems/${name}$`)),
    status,
    title: expect.any(String),
  },
});

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
      [createHash("sha256").update(token).digest("hex")],
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
    expect(answer).toMatchObject(problem(401, "unauthenticated"));
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
    { json: articleBody(), headers: { "idempotency-key": "ä b" } },
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
    { json: { ...articleBody(), content: { format: "pdf", value: "x" } } },
    422,
    "invalid",
  ],
  [
    "an invalid date",
    createArticle,
    { json: { ...articleBody(), publishedAt: "2024-02-31" } },
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
  expect(answer).toMatchObject(problem(status, name));
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
  expect(await callApi(createArticle, { token, json: articleBody() })).toMatchObject(
    problem(403, "insufficient-scope"),
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
  expect(answer).toMatchObject(problem(403, "forbidden"));
});

test("a token over its rate limit gets the number of seconds to wait", async () => {
  const token = await makeToken(await makePerson());
  const first = await callApi(listArticles, { method: "GET", token });
  expect(first.headers.ratelimit).toBe(`"token";r=${API_RATE.requests - 1};t=${API_RATE.seconds}`);
  await runSql(`UPDATE "RateLimit" SET "count" = $1 WHERE "key" LIKE 'api:%'`, [API_RATE.requests]);
  const answer = await callApi(listArticles, { method: "GET", token });
  expect(answer).toMatchObject(problem(429, "too-many-requests"));
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
});

describe("an Idempotency-Key", () => {
  const countByTitle = async (title: string) => (await listArticleRows({ limit: 50, q: title })).total;

  test("makes one article of ten calls that come at once", async () => {
    const token = await makeToken(await makePerson());
    const call = { token, json: articleBody(), headers: { "idempotency-key": crypto.randomUUID() } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => callApi(createArticle, call)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => body?.id)).size).toBe(1);
    expect(await countByTitle(call.json.title)).toBe(1);
  });

  test("with another body is refused", async () => {
    const token = await makeToken(await makePerson());
    const headers = { "idempotency-key": crypto.randomUUID() };
    expect((await callApi(createArticle, { token, headers, json: articleBody() })).status).toBe(201);
    const answer = await callApi(createArticle, { token, headers, json: articleBody() });
    expect(answer).toMatchObject(problem(422, "idempotency-key-reused"));
  });

  test("is its owner's: two tokens share it, two people do not", async () => {
    const owner = await makePerson();
    const [json, headers] = [articleBody(), { "idempotency-key": crypto.randomUUID() }];
    const first = await callApi(createArticle, { token: await makeToken(owner), headers, json });
    const again = await callApi(createArticle, { token: await makeToken(owner), headers, json });
    expect(again.body).toEqual(first.body);
    const other = await callApi(createArticle, { token: await makeToken(await makePerson()), headers, json });
    expect(other).toMatchObject(problem(409, "known-article"));
  });

  test("is free again after a refusal, and after a day", async () => {
    const owner = await makePerson();
    const [token, headers] = [await makeToken(owner), { "idempotency-key": crypto.randomUUID() }];
    const json = { title: "A source", allowSameTitle: true };
    const wrong = { ...json, archiveUrl: "no address" };
    expect((await callApi(sourcesRoute.POST, { token, headers, json: wrong })).status).toBe(422);
    const first = await callApi(sourcesRoute.POST, { token, headers, json });
    expect(first.status).toBe(201);
    await runSql(
      `UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours' WHERE "ownerId" = $1`,
      [owner.id],
    );
    const later = await callApi(sourcesRoute.POST, { token, headers, json });
    expect(later.status).toBe(201);
    expect(later.body?.id).not.toBe(first.body?.id);
  });

  test("is free again after a call that failed and was rolled back", async () => {
    const owner = await makePerson();
    const [token, headers] = [await makeToken(owner), { "idempotency-key": crypto.randomUUID() }];
    const call = { token, headers, json: { title: `A source ${crypto.randomUUID()}` } };
    // What the database does when it fails in the middle of the call.
    await runSql(
      `CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''failure''; END'`,
      [],
    );
    await runSql(
      `CREATE TRIGGER fail_here AFTER INSERT ON "Source" FOR EACH ROW WHEN (NEW."title" = '${call.json.title}') EXECUTE FUNCTION fail_here()`,
      [],
    );
    try {
      expect((await callApi(sourcesRoute.POST, call)).status).toBe(500);
    } finally {
      await runSql(`DROP TRIGGER fail_here ON "Source"`, []);
      await runSql("DROP FUNCTION fail_here()", []);
    }
    expect((await callApi(sourcesRoute.POST, call)).status).toBe(201);
  });

  test("of a call whose answer was lost is not acted on again", async () => {
    const owner = await makePerson();
    const [token, headers] = [await makeToken(owner), { "idempotency-key": crypto.randomUUID() }];
    const call = { token, headers, json: { title: "A lost answer" } };
    expect((await callApi(sourcesRoute.POST, call)).status).toBe(201);
    await runSql(
      `UPDATE "IdempotencyKey" SET "status" = NULL, "body" = NULL, "createdAt" = now() - interval '1 hour' WHERE "ownerId" = $1`,
      [owner.id],
    );
    expect(await callApi(sourcesRoute.POST, call)).toMatchObject(problem(409, "outcome-unknown"));
  });

  test("holds for files, whatever parts the form in two", async () => {
    const token = await makeToken(await makePerson());
    const headers = { "idempotency-key": crypto.randomUUID() };
    const { title, content } = articleBody();
    const call = () => {
      const body = new FormData();
      body.set("title", title);
      body.set("file", new File([content.value], "article.txt"));
      return callApi(createArticle, { token, headers, body });
    };
    const first = await call();
    expect(first).toMatchObject({ status: 201, body: { title } });
    expect((await call()).body).toEqual(first.body);
  });
});

test("an article that is known becomes a new version, or another article, where that is asked for", async () => {
  const token = await makeToken(await makePerson());
  const json = articleBody();
  const first = await callApi(createArticle, { token, json });
  const refused = await callApi(createArticle, { token, json });
  expect(refused).toMatchObject({
    ...problem(409, "known-article"),
    body: { article: { id: first.body?.id } },
  });
  const content = { format: "text", value: `${json.content.value} And more.` };
  const version = await callApi(createArticle, { token, json: { ...json, content, ifKnown: "new-version" } });
  expect(version).toMatchObject({ status: 201, body: { id: first.body?.id, version: { number: 2 } } });
  const another = await callApi(createArticle, { token, json: { ...json, ifKnown: "import" } });
  expect(another.body?.id).not.toBe(first.body?.id);
});

test("claims come in pages in the order of the text", async () => {
  const article = await makeArticle();
  const token = await makeToken(article.author);
  const at = { token, params: { id: article.id } };
  for (const exact of ["fell", "Trade rose", "$240 billion"])
    await callApi(claimsRoute.POST, { ...at, json: { anchor: { exact } } });
  const statements: unknown[] = [];
  let cursor: unknown = "";
  for (let page = 0; page < 5 && cursor !== null; page++) {
    const path = `/articles/${article.id}/claims?limit=2${cursor ? `&cursor=${cursor}` : ""}`;
    const { body } = await callApi(claimsRoute.GET, { ...at, method: "GET", path });
    statements.push(...(body as { items: { statement: string }[] }).items.map(({ statement }) => statement));
    cursor = body?.nextCursor;
  }
  expect(statements).toEqual(["Trade rose", "$240 billion", "fell"]);
});

describe("who made a claim and who carried it", () => {
  const name = `Ann Lee ${crypto.randomUUID()}`;
  const person = { id: expect.any(String), kind: "person", name, role: null, sameAs: [] };

  test.each<[string, object, object]>([
    [
      "an object",
      {
        claimant: { name, kind: "person", role: "mayor", sameAs: ["https://ann.example/"] },
        carriedBy: "Reuters",
      },
      { claimant: { ...person, role: "mayor", sameAs: ["https://ann.example/"] }, carriedBy: "Reuters" },
    ],
    [
      "a name",
      { claimant: name },
      { claimant: { ...person, sameAs: ["https://ann.example/"] }, carriedBy: null },
    ],
    [
      "a text with all parts",
      { claimant: `${name}, then mayor, as reported by the Associated Press (altered)` },
      {
        claimant: { ...person, role: "then mayor", sameAs: ["https://ann.example/"] },
        carriedBy: "Associated Press",
        tags: ["altered"],
      },
    ],
    ["nothing", {}, { claimant: null, carriedBy: null }],
  ])("%s is accepted", async (_, fields, expected) => {
    const article = await makeArticle();
    const at = { token: await makeToken(article.author), params: { id: article.id } };
    const made = await callApi(claimsRoute.POST, {
      ...at,
      json: { anchor: { exact: "$240 billion" }, ...fields },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject(expected);
  });

  test("an answer can be sent back, and null removes both", async () => {
    const claim = await makeClaim({
      claimant: { name, kind: "person", role: "mayor" },
      carriedBy: "Reuters",
    });
    const author = await makePerson();
    const at = { token: await makeToken(author), params: { id: claim.id } };
    const read = async () =>
      (await callApi(claimRoute.GET, { ...at, method: "GET" })).body as Record<string, unknown>;
    const change = async (json: object) =>
      callApi(claimRoute.PATCH, {
        ...at,
        method: "PATCH",
        json,
        headers: { "If-Match": `"${(await read()).revision}"` },
      });
    const { claimant, carriedBy, revision } = await read();
    expect((await change({ claimant, carriedBy })).status).toBe(200);
    expect(await read()).toMatchObject({ claimant, carriedBy, revision });
    await change({ claimant: null, carriedBy: null });
    expect(await read()).toMatchObject({ claimant: null, carriedBy: null });
  });
});

test("what the owner is typing in the desk stays when their program marks a claim", async () => {
  const article = await makeArticle();
  const { author } = article;
  await saveClaimDraft(author, {
    articleId: article.id,
    subject: "new",
    body: { statement: "Half a thought" },
  });
  const made = await callApi(claimsRoute.POST, {
    token: await makeToken(author),
    params: { id: article.id },
    json: { anchor: { exact: "$240 billion" } },
  });
  expect(made.status).toBe(201);
  expect(await listClaimDrafts(author.id, article.id)).toHaveLength(1);
});

test("a source with the same title is refused, unless it is another on purpose", async () => {
  const token = await makeToken(await makePerson());
  const known = await callApi(sourcesRoute.POST, { token, json: { title: "The yearbook of trade" } });
  const json = { title: "The YEARBOOK of trade." };
  const again = await callApi(sourcesRoute.POST, { token, json });
  expect(again).toMatchObject({
    ...problem(409, "known-source"),
    body: { source: { id: known.body?.id }, sameBy: "title" },
  });
  const other = await callApi(sourcesRoute.POST, { token, json: { ...json, allowSameTitle: true } });
  expect(other.status).toBe(201);
});

test("the details of a full citation are written, read and changed one by one", async () => {
  const token = await makeToken(await makePerson());
  const csl = { id: "a", type: "article-journal", title: "On trade", abstract: "It rose." };
  const details = { containerTitle: "Trade Studies", volume: "12", pages: "1-9", editors: ["Doe, Jane"] };
  const json = { title: "On trade, in full", doi: "10.1000/full", details, csl };
  const made = await callApi(sourcesRoute.POST, { token, json });
  expect(made).toMatchObject({
    status: 201,
    body: { details: { ...details, issue: null, translators: [] } },
  });
  const params = { id: String(made.body?.id) };
  const headers = { "if-match": String(made.headers.etag) };
  const change = { details: { volume: "13", pages: null } };
  const changed = await callApi(sourceRoute.PATCH, { method: "PATCH", token, params, headers, json: change });
  expect(changed).toMatchObject({
    status: 200,
    body: { details: { ...details, volume: "13", pages: null } },
  });
  expect(await callApi(sourceRoute.GET, { method: "GET", token, params })).toMatchObject({ body: { csl } });
});

test("a change of one field of a source takes nothing else away", async () => {
  const token = await makeToken(await makePerson());
  const json = {
    title: "A clerk",
    authors: ["Aziz, Noor"],
    publisher: "The Field",
    publishedAt: "2024-05",
    language: "en",
    kind: "interview",
    primary: true,
    confidential: true,
    publicDescription: "Somebody who saw the files",
    archiveUrl: "https://archive.example.org/1",
    details: { containerTitle: "The Archive", volume: "2", editors: ["Roe, John"] },
  };
  const made = await callApi(sourcesRoute.POST, { token, json });
  const params = { id: String(made.body?.id) };
  const headers = { "if-match": String(made.headers.etag) };
  const changed = await callApi(sourceRoute.PATCH, {
    method: "PATCH",
    token,
    params,
    headers,
    json: { title: "A judge" },
  });
  expect(changed).toMatchObject({ status: 200, body: { ...json, title: "A judge" } });
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

test("a stream of events tells by ids what happens to an article, from where one left off", async () => {
  const author = await makePerson();
  const article = await makeArticle({ author });
  const token = await makeToken(author, "read");
  const leaving = new AbortController();
  const listen = (query: string, headers: Record<string, string> = {}) =>
    eventsRoute.GET(
      new Request(`http://localhost/api/v1/events?article=${article.id}${query}`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
        signal: leaving.signal,
      }),
      { params: Promise.resolve({}) },
    );
  /** Reads on until the words come; a stream that ends without them is a failure. */
  const hearing = (response: Response) => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return async (words: RegExp) => {
      let heard = "";
      while (reader && !words.test(heard)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended after: ${heard}`);
        heard += value;
      }
      return heard;
    };
  };
  const response = await listen("");
  expect(response).toMatchObject({ status: 200 });
  expect(response.headers.get("content-type")).toMatch("text/event-stream");
  const hear = hearing(response);
  const caughtUp = await hear(/event: caught-up\nid: \d+\n/);
  const claim = await makeClaim({ article, author });
  const heard = await hear(/event: change\n.*\n.*"action":"claim.create"/);
  expect(heard).toContain(claim.id);
  expect(heard).not.toContain(claim.statement);
  const [, seq = ""] = /id: (\d+)/.exec(caughtUp) ?? [];
  await hearing(await listen(`&since=${seq}`))(/"action":"claim.create"/);
  await hearing(await listen("", { "last-event-id": seq }))(/"action":"claim.create"/);
  expect(await listen("&since=yesterday")).toMatchObject({ status: 422 });
  leaving.abort();
});

test("the record of checking is listed page by page", async () => {
  const owner = await makePerson();
  const article = await makeArticle({ author: owner });
  for (const start of [0, 6])
    await markItem(owner, {
      articleId: article.id,
      versionId: article.version.id,
      item: { kind: "name", start, end: start + 4 },
      as: "checked",
    });
  const token = await makeToken(owner, "read");
  const list = (query: string) =>
    callApi(checksRoute.GET as Handler, {
      method: "GET",
      path: `/articles/${article.id}/checks?${query}`,
      params: { id: article.id },
      token,
    });
  const first = await list("limit=1");
  expect(first).toMatchObject({
    status: 200,
    body: {
      items: [
        { action: "ticked", kind: "name", version: 1, current: true, by: { id: owner.id }, undone: null },
      ],
      total: 2,
    },
  });
  const { nextCursor, items } = first.body as { nextCursor: string; items: { id: string }[] };
  const second = (await list(`limit=1&cursor=${nextCursor}`)).body as typeof first.body & {
    nextCursor: null;
    items: { id: string }[];
  };
  expect(second.nextCursor).toBeNull();
  expect(second.items[0]?.id).not.toBe(items[0]?.id);
});
