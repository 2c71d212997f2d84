import { afterAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { POST } from "./route";

withTestDatabase();
afterAll(() => disconnect());

test("a preview stores nothing; the same call without it imports, once; a file is read as well", async () => {
  const author = await makePerson();
  const { id } = await makeArticle({ author });
  const token = await makeToken(author);
  const call = (query: string, more: object) =>
    callApi(POST, { path: `/articles/${id}/imports${query}`, params: { id }, token, ...more });
  const json = {
    content: "quote,statement\nrose fast,It rose.\nno such words at all,It fell.",
    name: "claims.csv",
  };
  expect(await call("?preview=true", { json })).toMatchObject({
    status: 200,
    body: {
      preview: true,
      format: "csv",
      rows: [
        { status: "placed", known: false, passages: [{ exact: "rose fast", start: 6 }] },
        { status: "not-found", known: false, passages: [] },
      ],
      imported: [],
    },
  });
  expect((await call("", { json })).body?.imported).toMatchObject([{ row: 0, number: 1 }]);
  expect(await call("", { json })).toMatchObject({ body: { rows: [{ known: true }, {}], imported: [] } });
  const body = new FormData();
  body.set("file", new File(["quote\na record"], "more.csv"));
  body.set("rows", "[]");
  expect((await call("", { body })).body?.imported).toEqual([]);
  body.set("rows", '[{"row": 0}]');
  body.set("ratings", "{}");
  expect((await call("", { body })).body?.imported).toMatchObject([{ row: 0, number: 2 }]);
  expect(await call("", { json: { content: "Nothing." } })).toMatchObject({ status: 422 });
  expect(await call("?preview=maybe", { json })).toMatchObject({ status: 422 });
});
