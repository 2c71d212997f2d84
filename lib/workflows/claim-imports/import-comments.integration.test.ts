import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { getVersion } from "@/lib/db/article-versions";
import { disconnect } from "@/lib/db/client";
import { docxFile } from "@/lib/testing/docx-file";
import { makeArticle, makeClaim, makeGuest, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { acceptWordChanges } from "./accept-word-changes";
import { importComments } from "./import-comments";
import { previewComments, previewWordFile } from "./preview-word-file";

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
  const { comments } = must(await previewComments(author, { articleId: article.articleId, file }));
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

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tracked = (before: string, after: string) =>
  `<w:del w:id="1" w:author="Bo"><w:r><w:delText xml:space="preserve">${before}</w:delText></w:r></w:del><w:ins w:id="2" w:author="Bo">${t(after)}</w:ins>`;
const word = (body: string) => Buffer.from(docxFile(body)).toString("base64");

test("accepted changes become the next version, and the claims follow", async () => {
  const { author, claim, article } = await scene();
  const changed = word(
    `<w:p>${t("Taxes ")}${tracked("rose", "fell")}${t(". Prices fell by ")}${tracked("half", "a third")}${t(".")}</w:p>`,
  );
  const accept = (rows: number[]) => acceptWordChanges(author, { ...article, file: changed, rows });
  const { changes } = must(await previewWordFile(author, { articleId: article.articleId, file: changed }));
  expect(changes.map(({ before, after, target }) => [before, after, target.kind])).toEqual([
    ["rose.", "fell.", "placed"],
    ["half.", "a third.", "placed"],
  ]);
  expect(await accept([7])).toMatchObject({ ok: false, error: { kind: "invalid" } });
  const { version } = must(await accept([1]));
  expect((await getVersion(version.id)).text).toBe("Taxes rose. Prices fell by a third.");
  expect((await reloadClaim(claim)).anchor).toMatchObject({ exact: "Taxes", versionId: version.id });
  expect(await accept([0])).toMatchObject({ ok: false, error: { kind: "stale" } });
  const again = must(await previewWordFile(author, { articleId: article.articleId, file: changed }));
  expect(again.changes.map(({ target }) => target.kind)).toEqual(["placed", "done"]);
});

test("a suggested verdict becomes the claim's, once", async () => {
  const { author, claim, article } = await scene();
  const set = async () => must(await importComments(author, { ...article, file, verdicts: [0, 1] })).verdicts;
  expect(await set()).toEqual({ set: 1, left: [] });
  const rated = await reloadClaim(claim);
  expect(rated.verdict).toMatchObject({ ratingKey: "mostly-true" });
  expect(await set()).toEqual({ set: 1, left: [] });
  expect((await reloadClaim(claim)).revision).toBe(rated.revision);
});
