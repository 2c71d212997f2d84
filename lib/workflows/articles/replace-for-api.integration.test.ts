import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { getVersionText } from "@/lib/db/article-versions";
import { findArticle } from "@/lib/db/articles";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { type ImportedContent, importForApi, previewForApi, replaceForApi } from "./import-for-api";

withTestDatabase();

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function makeMarked() {
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({
    author,
    content: { format: "text", value: "Trade rose to $240 billion.\nThen it fell." },
  });
  await makeClaim({ article, author, anchor: { exact: "$240 billion" } });
  const found = await findArticle(article.id);
  if (!found) throw new Error("no article");
  return { author, base: { articleId: article.id, versionId: found.currentVersionId } };
}

describe("the text of an article is replaced by a program", () => {
  test.each<[string, () => Promise<ImportedContent>, object, RegExp | null]>([
    [
      "from plain text",
      async () => ({ content: { format: "text", value: "News.\nTrade rose to $240 billion." } }),
      { moved: 1 },
      null,
    ],
    [
      "from Markdown",
      async () => ({ content: { format: "markdown", value: "# News\n\nTrade rose to **$250 billion**." } }),
      { changed: 1 },
      null,
    ],
    [
      "from a file",
      async () => ({ bytes: bytesOf("<p>Trade rose to $240 billion.</p><p>So it was.</p>"), name: "a.html" }),
      { exact: 1 },
      null,
    ],
    [
      "from a file of which something is left out",
      async () => ({
        bytes: new Uint8Array(await readFile("lib/ingest/fixtures/libreoffice-columns.pdf")),
        name: "columns.pdf",
      }),
      { moved: 1 },
      /^Left out as running heads and page numbers: “The Daily Running Head/,
    ],
  ])("%s: the preview shows what then happens", async (_, content, outcome, note) => {
    const { author, base } = await makeMarked();
    const input = { ...base, article: await content() };
    const outcomes = { exact: 0, moved: 0, changed: 0, orphaned: 0, ...outcome };
    const previewed = await previewForApi(author, input);
    expect(previewed).toMatchObject({
      ok: true,
      value: { kind: "previewed", preview: { counts: outcomes } },
    });
    expect((await findArticle(base.articleId))?.currentVersionId).toBe(base.versionId);
    const replaced = await replaceForApi(author, input);
    expect(replaced).toMatchObject({ ok: true, value: { kind: "replaced", outcomes } });
    const notes = replaced.ok && replaced.value.kind === "replaced" ? replaced.value.notes : [];
    expect(notes).toEqual(note ? expect.arrayContaining([expect.stringMatching(note)]) : []);
  });

  test("a feed is no article", async () => {
    const { author, base } = await makeMarked();
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>W</title><link>https://example.org/w</link></item></channel></rss>`;
    const article = { bytes: bytesOf(feed), name: "feed.xml" };
    for (const call of [previewForApi, replaceForApi])
      expect(await call(author, { ...base, article })).toMatchObject({ ok: true, value: { kind: "list" } });
    expect((await findArticle(base.articleId))?.currentVersionId).toBe(base.versionId);
  });
});

const OPENED = "The harbour opened on Friday.";

test.each<[string, ImportedContent, string | undefined, string, RegExp | null]>([
  [
    "a plain text",
    { content: { format: "text", value: `Harbour opens\n\n${OPENED}` } },
    undefined,
    OPENED,
    /^The first line “Harbour opens” became the title/,
  ],
  [
    "a plain text with its title",
    { content: { format: "text", value: `Harbour opens\n\n${OPENED}` } },
    "Harbour opens",
    OPENED,
    /^The first line “Harbour opens” became the title/,
  ],
  [
    "Markdown",
    { content: { format: "markdown", value: `# Harbour opens\n\n${OPENED}` } },
    undefined,
    OPENED,
    /^The heading “Harbour opens” became the title/,
  ],
  [
    "a file with another title",
    { bytes: bytesOf(`Gull of May\n\n${OPENED}`), name: "a.txt" },
    "Harbour opens",
    `Gull of May\n${OPENED}`,
    null,
  ],
])("the title of %s that a program sends", async (_, article, title, text, note) => {
  const author = await makePerson({ role: "editor" });
  const imported = await importForApi(author, {
    article,
    details: title === undefined ? {} : { title },
    ifKnown: "import",
  });
  if (!imported.ok || imported.value.kind !== "imported") throw new Error("not imported");
  const { articleId, notes } = imported.value;
  const found = await findArticle(articleId);
  expect(found?.title).toBe("Harbour opens");
  expect(await getVersionText(found?.currentVersionId ?? "")).toBe(text);
  expect(notes).toEqual(note ? [expect.stringMatching(note)] : []);
});
