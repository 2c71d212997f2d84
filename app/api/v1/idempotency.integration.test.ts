import { describe, expect, test } from "vitest";
import { listArticleRows } from "@/lib/db/articles";
import { callApi, makeToken, newArticleBody, problemAnswer } from "@/lib/testing/call-api";
import { makePerson } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { withTestDatabase } from "@/lib/testing/test-database";
import * as articlesRoute from "./articles/route";
import * as sourcesRoute from "./sources/route";

withTestDatabase();

const { POST: createArticle } = articlesRoute;

describe("an Idempotency-Key", () => {
  const countByTitle = async (title: string) => (await listArticleRows({ limit: 50, q: title })).total;

  test("makes one article of ten calls that come at once", async () => {
    const token = await makeToken(await makePerson());
    const call = { token, json: newArticleBody(), headers: { "idempotency-key": crypto.randomUUID() } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => callApi(createArticle, call)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => body?.id)).size).toBe(1);
    expect(await countByTitle(call.json.title)).toBe(1);
  });

  test("with another body is refused", async () => {
    const token = await makeToken(await makePerson());
    const headers = { "idempotency-key": crypto.randomUUID() };
    expect((await callApi(createArticle, { token, headers, json: newArticleBody() })).status).toBe(201);
    const answer = await callApi(createArticle, { token, headers, json: newArticleBody() });
    expect(answer).toMatchObject(problemAnswer(422, "idempotency-key-reused"));
  });

  test("is its owner's: two tokens share it, two people do not", async () => {
    const owner = await makePerson();
    const [json, headers] = [newArticleBody(), { "idempotency-key": crypto.randomUUID() }];
    const first = await callApi(createArticle, { token: await makeToken(owner), headers, json });
    const again = await callApi(createArticle, { token: await makeToken(owner), headers, json });
    expect(again.body).toEqual(first.body);
    const other = await callApi(createArticle, { token: await makeToken(await makePerson()), headers, json });
    expect(other).toMatchObject(problemAnswer(409, "known-article"));
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
      owner.id,
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
    );
    await runSql(
      `CREATE TRIGGER fail_here AFTER INSERT ON "Source" FOR EACH ROW WHEN (NEW."title" = '${call.json.title}') EXECUTE FUNCTION fail_here()`,
    );
    try {
      expect((await callApi(sourcesRoute.POST, call)).status).toBe(500);
    } finally {
      await runSql(`DROP TRIGGER fail_here ON "Source"`);
      await runSql("DROP FUNCTION fail_here()");
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
      owner.id,
    );
    expect(await callApi(sourcesRoute.POST, call)).toMatchObject(problemAnswer(409, "outcome-unknown"));
  });

  test("holds for files, whatever parts the form in two", async () => {
    const token = await makeToken(await makePerson());
    const headers = { "idempotency-key": crypto.randomUUID() };
    const { title, content } = newArticleBody();
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
  const json = newArticleBody();
  const first = await callApi(createArticle, { token, json });
  const refused = await callApi(createArticle, { token, json });
  expect(refused).toMatchObject({
    ...problemAnswer(409, "known-article"),
    body: { article: { id: first.body?.id } },
  });
  const content = { format: "text", value: `${json.content.value} And more.` };
  const version = await callApi(createArticle, { token, json: { ...json, content, ifKnown: "new-version" } });
  expect(version).toMatchObject({ status: 201, body: { id: first.body?.id, version: { number: 2 } } });
  const another = await callApi(createArticle, { token, json: { ...json, ifKnown: "import" } });
  expect(another.body?.id).not.toBe(first.body?.id);
});
