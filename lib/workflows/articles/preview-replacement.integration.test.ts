import { describe, expect, test } from "vitest";
import { findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { previewReplacement } from "./preview-replacement";
import { replaceText } from "./replace-text";
import { detailsOf } from "./update-article-details";

withTestDatabase();

const OLD = "Trade rose to $240 billion in 2023, a record.\nThe ministry was pleased with it.\nThen it fell.";
const NEW =
  "News of today.\nTrade rose to $250 billion in 2023, a record.\nThe ministry was pleased with it.";

/** An article with a claim on each of its three paragraphs, and a deleted one. */
async function makeMarked() {
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({ author, content: { format: "text", value: OLD } });
  const claims = [];
  for (const exact of ["$240 billion", "The ministry was pleased", "Then it fell", "a record"])
    claims.push(await makeClaim({ article, author, anchor: { exact }, statement: `On ${exact}.` }));
  const deleted = claims[3];
  if (deleted) await deleteClaim(author, { claimId: deleted.id, revision: deleted.revision });
  const found = await findArticle(article.id);
  if (!found) throw new Error("no article");
  return { author, article: found, base: { articleId: article.id, versionId: found.currentVersionId } };
}

const content = (value: string) => ({ format: "text" as const, value });

describe("the preview of a replaced text", () => {
  test("names each claim under what becomes of it, stores nothing, and is what then happens", async () => {
    const { author, article, base } = await makeMarked();
    const before = await listClaimsOfArticle(article.id);
    const previewed = await previewReplacement(author, { ...base, content: content(NEW) });
    expect(previewed).toEqual({
      ok: true,
      value: {
        counts: { exact: 0, moved: 1, changed: 1, orphaned: 1 },
        claims: {
          exact: [],
          moved: [
            {
              number: 2,
              statement: "On The ministry was pleased.",
              before: "The ministry was pleased",
              after: null,
            },
          ],
          changed: [
            { number: 1, statement: "On $240 billion.", before: "$240 billion", after: "$250 billion" },
          ],
          orphaned: [{ number: 3, statement: "On Then it fell.", before: "Then it fell", after: null }],
        },
      },
    });
    expect(await listClaimsOfArticle(article.id)).toEqual(before);
    expect((await findArticle(article.id))?.currentVersionId).toBe(base.versionId);
    const replaced = await replaceText(author, { ...base, content: content(NEW) });
    expect(replaced).toMatchObject({
      value: { outcomes: { exact: 0, moved: 1, changed: 1, orphaned: 1 } },
    });
  });

  test.each<[string, (base: { articleId: string; versionId: string }) => object, object]>([
    ["the same text", (base) => ({ ...base, content: content(OLD) }), { kind: "invalid" }],
    ["an empty text", (base) => ({ ...base, content: content(" ") }), { kind: "invalid" }],
    [
      "an invalid document",
      (base) => ({
        ...base,
        content: { format: "document", value: { type: "doc", content: [{ type: "x" }] } },
      }),
      { kind: "invalid" },
    ],
    [
      "an article that does not exist",
      (base) => ({ ...base, articleId: crypto.randomUUID(), content: content(NEW) }),
      { kind: "not-found" },
    ],
  ])("%s is refused", async (_, input, error) => {
    const { author, base } = await makeMarked();
    expect(await previewReplacement(author, input(base) as never)).toMatchObject({ ok: false, error });
  });

  test("after someone else replaced the text, it is refused with the newer version", async () => {
    const { author, base } = await makeMarked();
    const other = await replaceText(await makePerson({ role: "editor" }), { ...base, content: content(NEW) });
    expect(await previewReplacement(author, { ...base, content: content(`${OLD}\nMore.`) })).toMatchObject({
      ok: false,
      error: { kind: "stale", current: { versionId: other.ok && other.value.version.id } },
    });
  });
});

describe("details that come with a new text", () => {
  test("are stored with it", async () => {
    const { author, article, base } = await makeMarked();
    const details = { ...detailsOf(article), title: "Trade rises again", revision: article.revision };
    expect(await replaceText(author, { ...base, content: content(NEW), details })).toMatchObject({
      ok: true,
    });
    expect(await findArticle(article.id)).toMatchObject({
      title: "Trade rises again",
      publisher: article.publisher,
    });
  });

  test.each([
    ["were changed meanwhile", { revision: -1 }, { kind: "stale" }],
    ["are not valid", { title: " " }, { kind: "invalid" }],
  ])("that %s leave the text as it was", async (_, change, error) => {
    const { author, article, base } = await makeMarked();
    const details = { ...detailsOf(article), revision: article.revision, ...change };
    expect(await replaceText(author, { ...base, content: content(NEW), details })).toMatchObject({
      ok: false,
      error,
    });
    expect(await findArticle(article.id)).toEqual(article);
  });
});
