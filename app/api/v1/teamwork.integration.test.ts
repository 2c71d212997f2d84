import { afterAll, beforeAll, expect, test } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import { disconnect } from "@/lib/db/client";
import type { Actor } from "@/lib/policies/actor";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { loadHandlers } from "@/lib/testing/contract/route-handlers";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";

withTestDatabase();

let handlers = new Map<string, Handler>();
beforeAll(async () => {
  handlers = await loadHandlers(import.meta.dirname);
});
afterAll(() => disconnect());

/** Calls an operation: `GET /claims/{id}`. */
function call(token: string, name: string, more: Parameters<typeof callApi>[1] = {}) {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`No route handles ${name}.`);
  return callApi(handler, { method: name.split(" ")[0] ?? "", token, ...more });
}

const tag = (value: unknown) => ({ "if-match": String(value) });
type Listed = { items: { id: string; did: string; action: string; kind: string }[]; nextCursor: string };
const listed = ({ body }: { body: unknown }) => body as Listed;

test("comments are listed in pages, changed by their authors, and repeated once", async () => {
  const [ann, bo] = [await makePerson(), await makePerson()];
  const [annToken, boToken] = [await makeToken(ann), await makeToken(bo)];
  const article = await makeArticle({ author: ann });
  const claim = await makeClaim({ article, author: ann });
  const params = { id: article.id };
  const start = (json: object, headers = {}) =>
    call(annToken, "POST /articles/{id}/threads", { params, json, headers });
  const key = { "idempotency-key": crypto.randomUUID() };
  const first = await start({ body: "Look here.", claim: claim.id }, key);
  expect(first).toMatchObject({ status: 201, body: { claimId: claim.id, comments: [{ revision: 1 }] } });
  expect((await start({ body: "Look here.", claim: claim.id }, key)).body).toEqual(first.body);
  expect(await start({ body: "On all of it." })).toMatchObject({ status: 201, body: { claimId: null } });
  const passage = { start: 0, end: 10 };
  expect(await start({ body: "Since when?", passage })).toMatchObject({
    body: { passage: { exact: "Trade rose" } },
  });
  const elsewhere = await makeArticle();
  const old = { ...passage, versionId: elsewhere.version.id };
  expect(await start({ body: "Since when?", passage: old })).toMatchObject({ status: 409 });
  const far = { start: 0, end: 9_999 };
  expect(await start({ body: "Since when?", passage: far })).toMatchObject({ status: 422 });
  expect(await start({ body: " " })).toMatchObject({ status: 422, body: { errors: [{ pointer: "/body" }] } });
  const foreign = await makeClaim();
  expect(await start({ body: "Look here.", claim: foreign.id })).toMatchObject({ status: 404 });

  const list = async (query: string) =>
    call(boToken, "GET /articles/{id}/threads", { params, path: `/articles/x/threads?${query}` });
  const page = await list("limit=2");
  expect([listed(page).items.length, page.body?.total]).toEqual([2, 3]);
  const rest = await list(`limit=2&cursor=${listed(page).nextCursor}`);
  expect([listed(rest).items.length, rest.body?.nextCursor]).toEqual([1, null]);
  expect(await list(`claim=${claim.id}`)).toMatchObject({
    body: { total: 1, items: [{ id: first.body?.id }] },
  });

  const thread = { params: { id: String(first.body?.id) } };
  const resolved = await call(boToken, "PATCH /threads/{id}", { ...thread, json: { resolved: true } });
  expect(resolved).toMatchObject({ status: 200, body: { resolved: { by: { id: bo.id } } } });
  expect(await list("resolved=true")).toMatchObject({ body: { total: 1 } });
  const reply = await call(boToken, "POST /threads/{id}/comments", { ...thread, json: { body: "Seen." } });
  expect(reply).toMatchObject({ status: 201, body: { threadId: first.body?.id } });
  expect(await call(annToken, "GET /threads/{id}", thread)).toMatchObject({
    body: { resolved: null, comments: [{ body: "Look here." }, { body: "Seen." }] },
  });

  const comment = { params: { id: String(reply.body?.id) } };
  const { etag } = reply.headers;
  const json = { body: "Seen, and true." };
  const edit = (token: string, headers: Record<string, string>) =>
    call(token, "PATCH /comments/{id}", { ...comment, json, headers });
  expect(await edit(annToken, tag(etag))).toMatchObject({ status: 403 });
  expect(await edit(boToken, {})).toMatchObject({ status: 428 });
  expect(await edit(boToken, tag(etag))).toMatchObject({ status: 200, body: json });
  expect(await edit(boToken, tag(etag))).toMatchObject({ status: 412, body: { current: json } });
  const remove = await call(boToken, "DELETE /comments/{id}", { ...comment, headers: tag("*") });
  expect(remove.status).toBe(204);
  expect(await call(annToken, "GET /comments/{id}", comment)).toMatchObject({ status: 404 });
});

/** A claim in review that two people have to approve. */
async function claimForTwo(author: Actor) {
  const article = await makeArticle({ author });
  const editor = await makePerson();
  const revision = await revisionOf(article.id);
  must(await raiseApprovals(editor, { articleId: article.id, revision, requiredApprovals: 2 }));
  return makeClaim({ article, author, state: "in_review" });
}

test("votes stay secret until one has voted or the claim is decided", async () => {
  const author = await makePerson();
  const claim = await claimForTwo(author);
  const params = { id: claim.id };
  const [first, second, reader] = await Promise.all(
    [await makePerson(), await makePerson(), author].map((person) => makeToken(person)),
  );
  if (!(first && second && reader)) throw new Error("a token is missing");
  const vote = (token: string, rating: string) =>
    call(token, "POST /claims/{id}/votes", { params, json: { rating, note: "So." }, headers: tag("*") });
  const ballot = async (token: string) => (await call(token, "GET /claims/{id}/ballot", { params })).body;
  const history = async (token: string) =>
    listed(await call(token, "GET /claims/{id}/history", { params })).items.map(({ action }) => action);

  expect(await vote(reader, "true")).toMatchObject({ status: 403 });
  expect(await vote(first, "no-rating")).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/rating" }] },
  });
  expect(await vote(first, "False")).toMatchObject({
    status: 200,
    body: { ballot: { mine: { rating: "false" } } },
  });
  for (const token of [second, reader]) {
    expect(await ballot(token)).toMatchObject({ required: 2, voted: 1, mine: null, votes: null });
    expect(await history(token)).not.toContain("vote");
  }
  const audit = await call(second, "GET /articles/{id}/history", { params: { id: claim.articleId } });
  expect(JSON.stringify(audit.body)).not.toMatch(/"So\."|false|False/);
  expect(await vote(second, "true")).toMatchObject({ status: 200, body: { claim: { state: "disputed" } } });
  expect(await ballot(reader)).toMatchObject({ votes: [{ rating: "false" }, { rating: "true" }] });
  expect(await history(reader)).toContain("vote");

  const settle = (token: string, headers: Record<string, string>, note = "Final.") =>
    call(token, "POST /claims/{id}/settlement", { params, json: { rating: "false", note }, headers });
  const { revision } = await reloadClaim(claim);
  expect(await settle(reader, tag("*"))).toMatchObject({ status: 403 });
  expect(await settle(first, tag(`"${revision - 1}"`))).toMatchObject({ status: 412 });
  expect(await settle(first, tag(`"${revision}"`), " ")).toMatchObject({ status: 422 });
  expect(await settle(first, tag(`"${revision}"`))).toMatchObject({
    status: 200,
    body: { state: "approved", verdict: { rating: "false" } },
  });
});

test("work is planned and assigned, which notifies people and is in the history", async () => {
  const [editor, checker] = [await makePerson(), await makePerson({ role: "checker" })];
  const [token, own] = [await makeToken(editor), await makeToken(checker)];
  const article = await makeArticle({ author: editor });
  const claim = await makeClaim({ article, author: editor });
  const params = { id: article.id };
  const plan = (as: string, json: object, etag = "*") =>
    call(as, "PATCH /articles/{id}/plan", { params, json, headers: tag(etag) });
  expect(await plan(own, { priority: "high" })).toMatchObject({ status: 403 });
  const planned = await plan(token, {
    lead: checker.id,
    dueAt: "2026-12-01T17:00:00+01:00",
    priority: "high",
  });
  expect(planned).toMatchObject({
    status: 200,
    body: { lead: { id: checker.id }, dueAt: "2026-12-01T16:00:00.000Z", priority: "high" },
  });
  expect(await plan(token, { dueAt: null }, String(planned.headers.etag))).toMatchObject({
    body: { lead: { id: checker.id }, dueAt: null },
  });
  expect(await plan(token, { dueAt: null }, String(planned.headers.etag))).toMatchObject({ status: 412 });
  const unknown = { lead: crypto.randomUUID() };
  expect(await plan(token, unknown)).toMatchObject({ status: 422, body: { errors: [{ pointer: "/lead" }] } });

  const assign = (as: string, json: object) =>
    call(as, "PUT /claims/{id}/assignee", { params: { id: claim.id }, json, headers: tag("*") });
  expect(await assign(token, { assignee: checker.id })).toMatchObject({
    body: { assignee: { id: checker.id } },
  });
  expect(await assign(token, { assignee: editor.id, insteadOf: null })).toMatchObject({
    status: 412,
    body: { current: { assignee: { id: checker.id } } },
  });
  expect(await assign(own, { assignee: editor.id })).toMatchObject({ status: 403 });
  expect(await assign(own, { assignee: null })).toMatchObject({ status: 200, body: { assignee: null } });
  const { body: people } = await call(own, "GET /assignees");
  expect(people).toMatchObject({ items: expect.arrayContaining([{ id: checker.id, name: checker.name }]) });
  const found = await call(own, "GET /assignees", { path: `/assignees?q=${checker.name}` });
  expect(found.body).toEqual({ items: [{ id: checker.id, name: checker.name }] });

  const news = await call(own, "GET /notifications", { path: "/notifications?limit=1" });
  expect(news).toMatchObject({ status: 200, body: { total: 2, unread: 2 } });
  expect(listed(news).items[0]).toMatchObject({ kind: "claims-assigned", readAt: null, claimCount: 1 });
  const next = await call(own, "GET /notifications", {
    path: `/notifications?cursor=${listed(news).nextCursor}`,
  });
  expect(listed(next).items.map(({ kind }) => kind)).toEqual(["lead-assigned"]);
  const read = (as: string, json: object) => call(as, "POST /notifications/read", { json });
  const ids = [listed(news).items[0]?.id];
  expect(await read(own, {})).toMatchObject({ status: 422 });
  expect(await read(token, { ids })).toMatchObject({ status: 204 });
  expect((await call(own, "GET /notifications")).body?.unread).toBe(2);
  expect(await read(own, { ids })).toMatchObject({ status: 204 });
  expect((await call(own, "GET /notifications")).body?.unread).toBe(1);
  expect(await read(own, { all: true })).toMatchObject({ status: 204 });
  expect((await call(own, "GET /notifications")).body?.unread).toBe(0);

  const history = async (query: string) =>
    call(own, "GET /articles/{id}/history", { params, path: `/articles/x/history?${query}` });
  const page = await history("limit=2");
  expect(listed(page).items.map(({ action }) => action)).toEqual(["claim.assign", "claim.assign"]);
  const older = await history(`limit=2&cursor=${listed(page).nextCursor}`);
  expect(listed(older).items.map(({ action }) => action)).toEqual(["article.assign", "article.assign"]);
  expect(await history(`claim=${claim.id}&person=${checker.id}`)).toMatchObject({
    body: { total: 1, items: [{ action: "claim.assign", who: checker.name, claimId: claim.id }] },
  });
  expect(await history("kind=nonsense")).toMatchObject({ status: 422 });
  expect(await history("limit=51")).toMatchObject({ status: 422 });
});
