import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { makeArticle, makeClaim, makeGuest, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { importComments, previewCommentImport } from "./import-comments";

withTestDatabase();
afterAll(() => disconnect());

const file = readFileSync("lib/ingest/fixtures/libreoffice-comments.docx").toString("base64");

async function scene() {
  const author = await makePerson();
  const article = await makeArticle({
    author,
    content: { format: "text", value: "Taxes rose. Prices fell by half." },
  });
  const claim = await makeClaim({ author, article, anchor: { exact: "Taxes" } });
  return { author, claim, article: { articleId: article.id, versionId: article.version.id } };
}

test("comments become comments of their claim or passage, once, and name their author", async () => {
  const { author, claim, article } = await scene();
  const { comments } = must(await previewCommentImport(author, { articleId: article.articleId, file }));
  expect(comments.map(({ text, suggests, known }) => [text, suggests, known])).toEqual([
    ["Mostly true", "mostly-true", false],
    ["Which year?", null, false],
  ]);
  const counts = async (rows?: number[]) => {
    const { imported, known } = must(
      await importComments(author, { ...article, file, ...(rows && { rows }) }),
    );
    return [imported, known];
  };
  expect(await counts([0])).toEqual([1, 0]);
  expect(await counts()).toEqual([1, 1]);
  expect(await counts()).toEqual([0, 2]);
  const { threads } = must(await listThreads(author, { articleId: article.articleId }));
  expect(
    threads.map((thread) => [thread.claimId, thread.passage?.exact, thread.comments.map(({ body }) => body)]),
  ).toEqual([
    [claim.id, undefined, ["From Word: Bo Lind, 2026-02-03\nMostly true"]],
    [null, "fell by half", ["From Word: Bo Lind, 2026-02-03\nWhich year?"]],
  ]);
});

test("the people of the article get one notification for each import", async () => {
  const { author, article } = await scene();
  const importer = await makePerson();
  must(await importComments(importer, { ...article, file }));
  must(await importComments(importer, { ...article, file }));
  const kindsOf = async (person: typeof author) =>
    (await listNotifications(person, {})).items.map(({ kind }) => kind);
  expect(await kindsOf(author)).toEqual(["comments-imported"]);
  expect(await kindsOf(importer)).toEqual([]);
});

test("a text that was changed, a file that is none, and guests are refused", async () => {
  const { author, article } = await scene();
  const kindOf = async (actor: typeof author, change: object) => {
    const result = await importComments(actor, { ...article, file, ...change });
    return result.ok ? "ok" : result.error.kind;
  };
  expect(await kindOf(author, { versionId: crypto.randomUUID() })).toBe("stale");
  expect(await kindOf(author, { articleId: crypto.randomUUID() })).toBe("not-found");
  expect(await kindOf(author, { file: "AAAA" })).toBe("invalid");
  expect(await kindOf(author, { file: "no base64!" })).toBe("invalid");
  expect(await kindOf(await makeGuest({ id: article.articleId }, author), {})).toBe("forbidden");
});
