import { afterAll, expect, test } from "vitest";
import { answerDocument, findReadyDocument } from "@/lib/documents/answer-document";
import { env } from "@/lib/env";
import { shutDown } from "@/lib/shutdown";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { jsonFeedErrors, xmlErrors } from "@/lib/testing/feeds/schema-errors";
import { withTestDatabase } from "@/lib/testing/test-database";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { publishArticle } from "./publish-article";
import { unpublishArticle } from "./unpublish-article";

withTestDatabase();
afterAll(async () => {
  await shutDown("streams");
});

const LISTS = [
  "/feed.xml",
  "/feed.atom",
  "/feed.json",
  "/claimreview.json",
  "/data/fact-checks.csv",
  "/data/fact-checks.json",
];

async function open(url: string) {
  const answer = await answerDocument({
    method: "GET",
    url,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  });
  return { ...answer, text: answer.body?.toString() ?? "" };
}

async function publishedArticle(statement: string) {
  const article = await makeArticle();
  await makeClaim({ article, author: article.author, state: "approved", statement, claimant: statement });
  const input = { articleId: article.id, revision: await revisionOf(article.id), corrections: [] };
  must(await publishArticle(await makePerson(), input));
  return article;
}

/** What the feeds and every part of the sitemap break of their schemas. */
async function schemaErrors() {
  const index = (await open("/sitemap.xml")).text;
  const parts = [...index.matchAll(/<loc>[^<]*(\?period=[^<]+)<\/loc>/g)].map(([, query = ""]) => query);
  const maps = await Promise.all(parts.map(async (query) => (await open(`/sitemap.xml${query}`)).text));
  return [
    ...xmlErrors("rss", (await open("/feed.xml")).text),
    ...xmlErrors("atom", (await open("/feed.atom")).text),
    ...jsonFeedErrors(JSON.parse((await open("/feed.json")).text)),
    ...[index, ...maps].flatMap((map) => xmlErrors("sitemap", map)),
  ];
}

test("feeds, data and the sitemap have what is published, until it is unpublished", async () => {
  const article = await publishedArticle("Exports fell.");
  const url = `${env().publicUrl}/articles/${article.slug}`;
  for (const path of LISTS) {
    const { status, headers, text } = await open(path);
    expect([path, status, headers["access-control-allow-origin"]]).toEqual([path, 200, "*"]);
    expect(text).toContain(url);
  }
  const period = new Date().toISOString().slice(0, 7);
  expect((await open("/sitemap.xml")).text).toContain(`/sitemap.xml?period=${period}`);
  const pages = (await open(`/sitemap.xml?period=${period}`)).text;
  for (const page of [url, `${url}/report`, `${url}/claims/1`]) expect(pages).toContain(`<loc>${page}</loc>`);

  expect((await open("/sitemap.xml")).text).toContain("?period=claimants");
  expect(await schemaErrors()).toEqual([]);

  const administrator = await makePerson({ role: "administrator" });
  const revision = await revisionOf(article.id);
  must(await unpublishArticle(administrator, { articleId: article.id, revision, reason: "Too early." }));
  expect((await open("/sitemap.xml")).text).not.toContain("?period=claimants");
  expect((await open("/sitemap.xml?period=claimants")).status).toBe(404);
  expect(await schemaErrors()).toEqual([]);
  for (const path of [...LISTS, `/sitemap.xml?period=${period}`])
    expect((await open(path)).text).not.toContain(url);
});

test("what is redacted is in no feed and in no data", async () => {
  const secret = "Ann Redacted of Elsewhere";
  const article = await publishedArticle(secret);
  const marks = `/articles/${article.slug}/marks.json`;
  for (const path of [...LISTS.slice(3), marks]) expect((await open(path)).text).toContain(secret);
  const administrator = await makePerson({ role: "administrator" });
  must(
    await redactArticle(administrator, {
      articleId: article.id,
      target: { kind: "text", text: secret },
      reason: "On request of a court.",
    }),
  );
  for (const path of [...LISTS, marks]) expect((await open(path)).text).not.toContain(secret);
});

test("data comes in pages that follow each other", async () => {
  await publishedArticle("The newest.");
  const first = await open("/claimreview.json");
  expect(first.headers["content-type"]).toContain("application/ld+json");
  expect(first.headers.link).toBeUndefined();
  const unknown = await open("/claimreview.json?after=0197b0c0-0000-7000-8000-000000000001");
  expect(JSON.parse(unknown.text).dataFeedElement).toEqual([]);
});

test("a frame is offered for a published article or claim, and for nothing else", async () => {
  const article = await publishedArticle("Imports rose.");
  const url = `${env().publicUrl}/articles/${article.slug}`;
  const oembed = (page: string) => open(`/oembed?url=${encodeURIComponent(page)}`);
  expect(JSON.parse((await oembed(url)).text).html).toContain(`/embed/articles/${article.slug}"`);
  expect(JSON.parse((await oembed(`${url}/claims/1`)).text)).toMatchObject({
    title: "Imports rose.",
    html: expect.stringContaining(`/embed/articles/${article.slug}/claims/1"`),
    thumbnail_url: expect.stringContaining(`/articles/${article.slug}/claims/1/card.png?v=`),
  });
  for (const page of [
    `${url}/claims/2`,
    `${env().publicUrl}/articles/none`,
    `${url}/report`,
    "https://other.example/",
  ])
    expect((await oembed(page)).status).toBe(404);
});

test("an unknown address of data is not found, and stores nothing", async () => {
  expect((await open("/sitemap.xml?period=2020-01")).status).toBe(404);
  const again = {
    method: "GET",
    url: "/sitemap.xml?period=2020-01",
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  };
  expect(findReadyDocument(again)).toBeNull();
});
