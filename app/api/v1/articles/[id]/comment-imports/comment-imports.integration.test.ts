import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { POST } from "./route";

withTestDatabase();
afterAll(() => disconnect());

test("a preview stores nothing; without it, comments are imported, once", async () => {
  const author = await makePerson();
  const { id } = await makeArticle({
    author,
    content: { format: "text", value: "Taxes rose. Prices fell by half." },
  });
  const token = await makeToken(author);
  const call = (query: string, more: object) =>
    callApi(POST, { path: `/articles/${id}/comment-imports${query}`, params: { id }, token, ...more });
  const bytes = readFileSync("lib/ingest/fixtures/libreoffice-comments.docx");
  const json = { file: bytes.toString("base64") };
  expect(await call("?preview=true", { json })).toMatchObject({
    status: 200,
    body: {
      comments: [
        { text: "Mostly true", suggests: "mostly-true", known: false },
        { passage: { exact: "fell by half" } },
      ],
      imported: 0,
    },
  });
  const body = new FormData();
  body.set("file", new File([new Uint8Array(bytes)], "report.docx"));
  expect(await call("", { body })).toMatchObject({ status: 200, body: { imported: 2 } });
  expect(await call("", { json })).toMatchObject({
    body: { comments: [{ known: true }, { known: true }], imported: 0 },
  });
  expect(await call("", { json: { file: "AAAA" } })).toMatchObject({ status: 422 });
});
