import { expect, test } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { markItem } from "@/lib/workflows/checklist/mark-item";
import * as checksRoute from "./articles/[id]/checks/route";
import * as eventsRoute from "./events/route";

withTestDatabase();

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
