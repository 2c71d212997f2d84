import { describe, expect, test } from "vitest";
import { listClaimDrafts } from "@/lib/db/claim-drafts";
import { callApi, makeToken, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { saveClaimDraft } from "@/lib/workflows/claims/claim-drafts";
import * as claimsRoute from "./articles/[id]/claims/route";
import * as claimRoute from "./claims/[id]/route";
import * as sourceRoute from "./sources/[id]/route";
import * as sourcesRoute from "./sources/route";

withTestDatabase();

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
    ...problemAnswer(409, "known-source"),
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
