import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { callApi } from "@/lib/testing/call-api";
import { makePerson, must } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listWaitingMails } from "@/lib/testing/waiting-mails";
import { createToken } from "@/lib/workflows/people/api-tokens";
import * as messageRoute from "./[id]/route";
import * as messagesRoute from "./route";

withTestDatabase();
beforeAll(() =>
  setEnv({
    NEXTAUTH_SECRET: "s".repeat(40),
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Desk <desk@example.org>",
  }),
);
afterAll(() => disconnect());

const tokenOf = async (role: "editor" | "checker", scope: "messages" | "read" = "messages") =>
  must(await createToken(await makePerson({ role }), { name: "A test", scopes: [scope] })).token;

async function receive(text: string, day: string) {
  const id = crypto.randomUUID();
  await runSql(
    `INSERT INTO "ReaderMessage" ("id", "kind", "state", "text", "email", "formKey", "textHash", "receivedAt")
     VALUES ($1::uuid, 'error', 'new', $2, 'reader@example.org', $1::text, $1::text, $3::timestamptz)`,
    id,
    text,
    day,
  );
  return id;
}

test("messages come in pages, and only with their scope", async () => {
  await runSql(`DELETE FROM "ReaderMessage"`);
  for (const day of [1, 2, 3]) await receive(`Message ${day}`, `2026-11-0${day}`);
  const token = await tokenOf("checker");
  const list = async (query: string, as = token) =>
    callApi(messagesRoute.GET, { method: "GET", path: `/messages?${query}`, token: as });
  const first = await list("limit=2");
  const texts = ({ body }: Awaited<ReturnType<typeof list>>) =>
    (body as { items: { text: string }[] }).items.map(({ text }) => text);
  expect([texts(first), first.body?.total]).toEqual([["Message 3", "Message 2"], 3]);
  const second = await list(`limit=2&cursor=${first.body?.nextCursor}`);
  expect([texts(second), second.body?.nextCursor]).toEqual([["Message 1"], null]);
  expect(texts(await list("state=closed"))).toEqual([]);
  expect(await list("", await tokenOf("editor", "read"))).toMatchObject({ status: 403 });
});

const handlers = { GET: messageRoute.GET, PATCH: messageRoute.PATCH };

test("a message is opened, handled and answered once", async () => {
  const id = await receive("The year is wrong.", "2026-11-05");
  const [editor, checker] = [await tokenOf("editor"), await tokenOf("checker")];
  const call = (method: "GET" | "PATCH", token: string, more: object = {}) =>
    callApi(handlers[method], { method, params: { id }, token, ...more });
  const change = (token: string, tag: unknown, json: object) =>
    call("PATCH", token, { json, headers: { "if-match": String(tag) } });
  expect((await call("GET", checker)).body).toMatchObject({ state: "new", email: null });
  const read = await call("GET", editor);
  expect(read.body).toMatchObject({ text: "The year is wrong.", email: "reader@example.org", answers: [] });
  const { etag } = read.headers;
  expect(await change(checker, etag, { state: "closed", answer: "No." })).toMatchObject({ status: 422 });
  expect(await change(checker, etag, { answer: "Thank you." })).toMatchObject({ status: 403 });
  const handled = await change(checker, etag, { note: "Ask Bo." });
  expect(handled).toMatchObject({ status: 200, body: { state: "open", note: "Ask Bo." } });
  expect(await change(editor, etag, { answer: "Thank you." })).toMatchObject({ status: 412 });
  const before = (await listWaitingMails("reader@example.org")).length;
  const answers = await Promise.all(
    [1, 2].map(() => change(editor, handled.headers.etag, { answer: "Thank you." })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await listWaitingMails("reader@example.org")).length - before).toBe(1);
  expect((await call("GET", editor)).body).toMatchObject({
    state: "answered",
    answers: [{ text: "Thank you.", isMailed: true }],
  });
  expect(await change(checker, "*", { state: "closed" })).toMatchObject({ body: { state: "closed" } });
});
