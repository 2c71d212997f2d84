import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimantPath } from "@/lib/archive/claimant-address";
import type { CreateClaimInput } from "@/lib/claims/claim-input";
import { makeMissingPublicRows } from "@/lib/db/public-rows";
import { clientOf } from "@/lib/db/transaction";
import { answerDocument } from "@/lib/documents/answer-document";
import { shutDown } from "@/lib/shutdown";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { makeConfidential } from "@/lib/testing/redacted-article";
import { withTestDatabase } from "@/lib/testing/test-database";
import { words } from "@/lib/words/words";
import { mergeClaimants } from "@/lib/workflows/claimants/merge-claimants";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { publishArticle } from "./publish-article";
import { unpublishArticle } from "./unpublish-article";

withTestDatabase();
afterAll(async () => {
  await shutDown("streams");
});

async function open(url: string) {
  const { status, headers, body } = await answerDocument({
    method: "GET",
    url,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  });
  const { location, link, "content-type": type, "content-language": language } = headers;
  return { status, location, link, type, language, html: body?.toString() ?? "" };
}

const search = async (q: string, more = "") => (await open(`/search?q=${encodeURIComponent(q)}${more}`)).html;

/** An article with one published claim. */
async function published(fields: Partial<CreateClaimInput>, article: Parameters<typeof makeArticle>[0] = {}) {
  const made = await makeArticle(article);
  const claim = await makeClaim({ article: made, author: made.author, state: "approved", ...fields });
  const editor = await makePerson({ role: "administrator" });
  must(
    await publishArticle(editor, {
      articleId: made.id,
      revision: await revisionOf(made.id),
      corrections: [],
    }),
  );
  return { article: made, claim, editor, path: `/articles/${made.slug}/claims/1` };
}

async function redact(editor: Awaited<ReturnType<typeof makePerson>>, articleId: string, text: string) {
  must(
    await redactArticle(editor, { articleId, target: { kind: "text", text }, reason: "source protection" }),
  );
}

describe("the search", () => {
  let english: Awaited<ReturnType<typeof published>>;
  let japanese: typeof english;
  let german: typeof english;
  beforeAll(async () => {
    english = await published({
      statement: "Unemployment benefits doubled in Peñarol.",
      claimant: "Ada Searchable",
      tags: ["Labour market"],
    });
    japanese = await published({ statement: "消費税は十年で二倍になった。" }, { language: "ja" });
    german = await published({ statement: "Die Häuser wurden teurer." }, { language: "de" });
  });

  test.each([
    ["a word as it is written", "benefits", "english"],
    ["another form of the word", "benefit", "english"],
    ["without accents and case", "PENAROL", "english"],
    ["who claimed it", "searchable", "english"],
    ["words in quotation marks", '"benefits doubled"', "english"],
    ["words in quotation marks of Spanish", "«benefits doubled»", "english"],
    ["words in quotation marks of German", "„benefits doubled“", "english"],
    ["a word of German in another form", "haus", "german"],
    ["a text without spaces in its quotation marks", "「消費税」", "japanese"],
    ["one text without spaces, but not another", "倍 −三倍", "japanese"],
    ["a part of a text without spaces", "消費税", "japanese"],
    ["two characters", "十年", "japanese"],
    ["one character", "倍", "japanese"],
    ["one of two texts without spaces", "東京 or 消費税", "japanese"],
    ["without a text that it does not have", "消費税 -東京", "japanese"],
  ] as const)("finds %s", async (_, q, which) => {
    const html = await search(q);
    const paths = { english: english.path, japanese: japanese.path, german: german.path };
    expect(html).toContain(`href="${paths[which]}"`);
    for (const [name, path] of Object.entries(paths)) if (name !== which) expect(html).not.toContain(path);
  });

  test("marks what it found", async () => {
    expect(await search("benefit penarol")).toMatch(
      /<mark[^>]*>benefits<\/mark> doubled in <mark[^>]*>Peñarol</,
    );
    expect(await search("消費税")).toMatch(/<mark[^>]*>消費税<\/mark>は/);
  });

  test("shows what was probably meant, and says so", async () => {
    const html = await search("unemploymnet benfits");
    expect(html).toContain("These results are for “unemployment benefits”");
    expect(html).toContain(english.path);
  });

  test.each([
    ["words that nothing has", "zzyzx quuxly", "Nothing was found for “zzyzx quuxly”"],
    ["words in another order than quoted", '"doubled benefits"', "Nothing was found"],
    ["words in another order than quoted in Spanish", "«doubled benefits»", "Nothing was found"],
    ["an excluded word", "benefits -doubled", "Nothing was found"],
    ["an excluded text without spaces", "消費税 -二倍", "Nothing was found"],
    ["nothing but quotation marks", "«»", "Nothing was found"],
    ["an excluded text without spaces", "消費税 -十年", "Nothing was found"],
    ["an excluded phrase without spaces", '十年 -"二倍"', "Nothing was found"],
    ["characters of patterns and queries", "% _ ' \\ :* <-> & | ! ( )", "Nothing was found"],
    ["null bytes", "\0benefits\0", "benefits"],
    ["markup", "<script>alert(1)</script>", "&lt;script&gt;"],
    ["a very long query", "x y ".repeat(5_000), "Nothing was found"],
    ["nothing", "", "Search for words of a claim"],
  ])("answers %s", async (_, q, expected) => {
    const { status, html } = await open(`/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect(html).toContain(expected);
    expect(html).not.toContain("<script>alert");
  });

  test.each([
    ["rating=true", true],
    ["rating=false", false],
    ["language=en", true],
    ["language=ja", false],
    [`period=${new Date().getUTCFullYear()}`, true],
    ["period=1999-12", false],
    ["claimant=nobody-0000000000", false],
    ["rating=%27%20%7C%20x", false],
  ])("narrowed by %s", async (filter, isFound) => {
    expect((await search("benefits", `&${filter}`)).includes(english.path)).toBe(isFound);
  });

  test("narrowed by the claimant", async () => {
    const [, slug] = /<option value="(ada-searchable-[0-9a-f]{10})"/.exec(await search("")) ?? [];
    const html = await search("", `&claimant=${slug}`);
    expect(html).toContain(english.path);
    expect(html).not.toContain(german.path);
  });

  test("the archive lists them by month, topic, publisher and rating", async () => {
    const month = new Date().toISOString().slice(0, 7);
    const overview = (await open("/archive")).html;
    for (const path of [`/archive/${month}`, "/archive/topics/labour-market", "/archive/ratings/true"])
      expect(overview).toContain(`href="${path}"`);
    expect((await open(`/archive/${month}`)).html).toContain(`href="/articles/${english.article.slug}"`);
    for (const path of ["/archive/topics/labour-market", "/archive/ratings/true"])
      expect((await open(path)).html).toContain(english.path);
    expect((await open("/archive/topics")).html).toContain("Labour market");
    for (const cursor of ["3~x%00", "x", "9999999999~x", "1~"])
      expect((await open(`/archive/topics?after=${cursor}`)).status).toBe(200);
    for (const path of ["/archive/1999-01", "/archive/topics/nothing", "/archive/ratings/x"])
      expect((await open(path)).status).toBe(404);
    const map = (await open("/sitemap.xml?period=site")).html;
    expect(map).toContain(`/archive/${month}`);
    expect((await open("/sitemap.xml?period=claimants")).html).toContain("/claimants/ada-searchable-");
  });

  test("an article and a claim as Markdown", async () => {
    const page = await open(english.path);
    expect(page.link).toBe(`<${english.path}.md>; rel="alternate"; type="text/markdown"`);
    expect((await open(`${english.path}.md`)).html).toMatch(/^# Unemployment benefits doubled in Peñarol\./);
    expect((await open(`/articles/${english.article.slug}/claims/9.md`)).status).toBe(404);
    expect((await open("/articles/nothing.md")).status).toBe(404);
  });

  test("every other page as Markdown", async () => {
    const month = new Date().toISOString().slice(0, 7);
    const claimant = claimantPath({ id: english.claim.claimant?.id ?? "", name: "Ada Searchable" });
    const pages: [string, RegExp][] = [
      ["/", /^# /m],
      ["/corrections", /^# Corrections/],
      ["/about", /^# About us/],
      ["/methodology", /^# How we check/],
      ["/verify", /^# Check a file/],
      ["/archive", /Labour market/],
      [`/archive/${month}`, /# Fact-checks of /],
      ["/archive/topics/labour-market", /Unemployment benefits doubled/],
      [claimant, /# Claims by Ada Searchable/],
      ["/search?q=benefits", /Unemployment \*benefits\* doubled/],
    ];
    for (const [path, said] of pages) {
      const { link, html } = await open(path);
      const markdown = /^<([^>]+)>; rel="alternate"; type="text\/markdown"$/.exec(link ?? "")?.[1] ?? "";
      expect(html).toContain(`<link rel="alternate" type="text/markdown" href="${markdown}"/>`);
      const page = await open(markdown);
      expect(page, path).toMatchObject({ status: 200, type: "text/markdown; charset=utf-8", language: "en" });
      expect(page.link).toMatch(/>; rel="canonical"$/);
      expect(page.html, path).toMatch(said);
      expect(page.html, path).not.toMatch(/<[a-z]/);
    }
    expect((await open("/about.md?lang=es")).html).toContain("## Financiación");
    expect((await open("/archive/topics/nothing.md")).status).toBe(404);
    expect((await open(`/articles/${english.article.slug}/publications/1.md`)).location).toBe(
      `/articles/${english.article.slug}.md`,
    );
  });

  test("a claim is in the language of its article, or in the one that is chosen", async () => {
    const intro = (tag: string) => words("reader", tag)("claim.of", { title: "|" }).split("|")[0] ?? "";
    const { language, html } = await open(`${german.path}.md`);
    expect(language).toBe("de");
    expect(html).toContain(intro("de"));
    expect((await open(`${german.path}.md?lang=en`)).html).toContain(intro("en"));
  });
});

test("a redaction reaches the search, the archive and the page of the claimant at once", async () => {
  const canary = `canary${crypto.randomUUID().slice(0, 8)}`;
  const name = `Ada ${canary}name`;
  const { article, claim, editor, path } = await published({
    statement: `It was ${canary} in the room.`,
    claimant: name,
    tags: [`${canary}tag`],
  });
  const { claimant } = await reloadClaim(claim);
  const page = claimantPath({ id: claimant?.id ?? "", name });
  expect(await search(canary)).toContain(path);
  expect((await open(page)).html).toContain(path);
  await redact(editor, article.id, canary);
  const again = await search(canary);
  expect(again).toContain("Nothing was found");
  expect(again).not.toContain(path);
  // Nor by a word that is near to it.
  expect(await search(`${canary}x`)).not.toContain(path);
  expect(await search("room")).toContain(path);
  expect(await search("room")).not.toContain(`was ${canary}`);
  expect((await open(page)).html).toContain(path);
  for (const text of [name, `${canary}tag`]) await redact(editor, article.id, text);
  expect((await open(page)).status).toBe(404);
  for (const address of [
    "/archive",
    "/archive/topics",
    "/archive/claimants",
    "/search",
    "/sitemap.xml?period=claimants",
  ])
    expect((await open(address)).html).not.toContain(canary);
});

test("what is unpublished is nowhere, and counts go back", async () => {
  const { article, claim, editor, path } = await published({
    statement: "The lighthouse was sold.",
    claimant: "Keeper of the light",
    tags: ["Lighthouses"],
    evidence: [{ stance: "supports", source: { title: "Deed", url: "https://example.org/deed" } }],
  });
  const source = claim.evidence[0]?.source.id;
  const { claimant } = await reloadClaim(claim);
  const page = claimantPath({ id: claimant?.id ?? "", name: "Keeper of the light" });
  expect((await open(`/sources/${source}`)).html).toContain(path);
  must(
    await unpublishArticle(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      reason: "Too early.",
    }),
  );
  expect(await search("lighthouse")).not.toContain(path);
  for (const address of [page, `/sources/${source}`, "/archive/topics/lighthouses"])
    expect([address, (await open(address)).status]).toEqual([address, 404]);
});

test("the page of a claimant shows what was published, and merged ones lead to the other", async () => {
  const one = await published({
    statement: "Bridges fell.",
    claimant: { name: "Mona Bridge", role: "then mayor" },
  });
  const other = await published({ statement: "Tunnels rose.", claimant: "M. Bridge" });
  const [kept, merged] = await Promise.all(
    [one, other].map(async ({ claim }) => (await reloadClaim(claim)).claimant?.id ?? ""),
  );
  const page = claimantPath({ id: kept ?? "", name: "Mona Bridge" });
  const first = (await open(page)).html;
  expect(first).toContain(one.path);
  expect(first).toContain("then mayor");
  expect(first).not.toContain(other.path);
  expect((await open(one.path)).html).toContain(`href="${page}"`);
  must(await mergeClaimants(one.editor, { keepId: kept ?? "", dropId: merged ?? "" }));
  const both = claimantPath({ id: kept ?? "", name: "M. Bridge" });
  expect(await open(claimantPath({ id: merged ?? "", name: "M. Bridge" }))).toMatchObject({
    status: 307,
    location: both,
  });
  const { html } = await open(both);
  for (const text of [one.path, other.path, "Also published as Mona Bridge"]) expect(html).toContain(text);
});

test("the page of a source lists its uses, and is gone as soon as it is confidential", async () => {
  const { claim, editor, path } = await published({
    statement: "Ledgers do not lie.",
    evidence: [
      { stance: "refutes", source: { title: "The ledger of 1890", url: "https://example.org/ledger-1890" } },
    ],
  });
  const id = claim.evidence[0]?.source.id ?? "";
  const { status, html } = await open(`/sources/${id}`);
  expect(status).toBe(200);
  for (const text of [path, "The ledger of 1890", "Refutes"]) expect(html).toContain(text);
  expect((await open(path)).html).toContain(`href="/sources/${id}"`);
  await makeConfidential(editor, id);
  expect((await open(`/sources/${id}`)).status).toBe(404);
  for (const other of ["x", "00000000-0000-0000-0000-000000000000", "%27"])
    expect((await open(`/sources/${other}`)).status).toBe(404);
});

test("rows that are missing are made again, without what was redacted", async () => {
  const { article, editor, path } = await published({ statement: "Windmills turned backwards secretly." });
  await redact(editor, article.id, "secretly");
  await clientOf().$executeRaw`SELECT drop_public_rows(${article.id}::uuid)`;
  expect(await search("windmill")).not.toContain(path);
  expect(await makeMissingPublicRows()).toBe(1);
  expect(await search("windmill")).toContain(path);
  expect(await search("secretly")).not.toContain(path);
  expect(await makeMissingPublicRows()).toBe(0);
});
