import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { docxFile } from "@/lib/testing/docx-file";
import { makeArticle, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import * as changesRoute from "../word-changes/route";
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
  const form = (fields: Record<string, string>) => {
    const body = new FormData();
    body.set("file", new File([new Uint8Array(bytes)], "report.docx"));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return call("", { body });
  };
  const refusals: [fields: Record<string, string>, status: number, pointer: string | null][] = [
    [{ rows: "1" }, 422, "/rows"],
    [{ rows: '["a"]' }, 422, "/rows/0"],
    [{ verdicts: "0,1" }, 422, "/verdicts"],
    [{ versionId: crypto.randomUUID() }, 409, null],
  ];
  for (const [fields, status, pointer] of refusals) {
    const answer = await form(fields);
    const { errors } = answer.body as { errors?: { pointer: string }[] };
    expect([fields, answer.status, errors?.[0]?.pointer ?? null]).toEqual([fields, status, pointer]);
  }
  expect(await form({ rows: "[0]", verdicts: "[]" })).toMatchObject({ status: 200, body: { imported: 1 } });
  expect(await form({})).toMatchObject({ status: 200, body: { imported: 1 } });
  expect(await call("", { json })).toMatchObject({
    body: { comments: [{ known: true }, { known: true }], imported: 0 },
  });
  expect(await call("", { json: { file: "AAAA" } })).toMatchObject({ status: 422 });
  expect(await call("", { json: { file: "A".repeat(5_000_000) } })).toMatchObject({
    status: 413,
    body: { detail: expect.stringContaining("Send multipart/form-data") },
  });
});

test("tracked changes are shown, then accepted, and suggested verdicts are set", async () => {
  const author = await makePerson();
  const { id } = await makeArticle({
    author,
    content: { format: "text", value: "Taxes rose. Prices fell by half." },
  });
  const token = await makeToken(author);
  const call = (query: string, json: object) =>
    callApi(changesRoute.POST, { path: `/articles/${id}/word-changes${query}`, params: { id }, token, json });
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const changed = `<w:p>${run("Taxes ")}<w:del w:id="1" w:author="Bo"><w:r><w:delText>rose</w:delText></w:r></w:del><w:ins w:id="2" w:author="Bo">${run("fell")}</w:ins>${run(". Prices fell by half.")}</w:p>`;
  const file = Buffer.from(docxFile(changed)).toString("base64");
  const shown = await call("?preview=true", { file });
  expect(shown).toMatchObject({
    status: 200,
    body: {
      changes: [{ row: 0, author: "Bo", before: "rose.", after: "fell.", status: "placed" }],
      accepted: [],
      version: null,
    },
  });
  expect(await call("", { file, rows: [4] })).toMatchObject({ status: 422 });
  expect(await call("?preview=true", { file: `${file.slice(0, 40)}!${file.slice(40)}` })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/file" }] },
  });
  expect(await call("", { file, versionId: crypto.randomUUID() })).toMatchObject({ status: 409 });
  expect(await call("", { file, versionId: shown.body?.versionId })).toMatchObject({
    status: 200,
    body: { accepted: [0], version: { number: 2 }, outcomes: { exact: 0 } },
  });
  expect((await call("?preview=true", { file })).body).toMatchObject({ changes: [{ status: "done" }] });
  const bytes = readFileSync("lib/ingest/fixtures/libreoffice-comments.docx").toString("base64");
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(Buffer.from(file, "base64"))], "changed.docx"));
  form.set("rows", "[0]");
  const done = await callApi(changesRoute.POST, { params: { id }, token, body: form });
  expect(done).toMatchObject({ status: 422, body: { errors: [] } });
  const comments = await callApi(POST, {
    path: `/articles/${id}/comment-imports`,
    params: { id },
    token,
    json: { file: bytes, rows: [], verdicts: [0] },
  });
  // No claim has these words, so no verdict is set.
  expect(comments.body).toMatchObject({ imported: 0, verdicts: { set: 0, left: [] } });
});
