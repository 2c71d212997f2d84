import { NextRequest } from "next/server";
import { afterAll, expect, test } from "vitest";
import { GET as getCard } from "@/app/(reader)/articles/[slug]/card.png/route";
import { GET as getCitation } from "@/app/(reader)/articles/[slug]/cite.bib/route";
import { GET as getCsv } from "@/app/(reader)/articles/[slug]/report.csv/route";
import {
  answerDocument,
  type DocumentRequest,
  findReadyDocument,
  startDocuments,
} from "@/lib/documents/answer-document";
import type { Actor } from "@/lib/policies/actor";
import { shutDown } from "@/lib/shutdown";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { publishArticle } from "./publish-article";
import { unpublishArticle } from "./unpublish-article";

withTestDatabase();
afterAll(async () => {
  await shutDown("streams");
});

const request = (url: string, more: Partial<DocumentRequest> = {}): DocumentRequest => ({
  method: "GET",
  url,
  acceptEncoding: undefined,
  ifNoneMatch: undefined,
  ...more,
});

async function open(url: string) {
  const answer = await answerDocument(request(url));
  return { status: answer.status, html: answer.body?.toString() ?? "", etag: answer.headers.etag };
}

async function publishable(claim: { claimant?: string; statement?: string } = {}) {
  const article = await makeArticle();
  await makeClaim({ article, author: article.author, state: "approved", ...claim });
  return { article, editor: await makePerson() };
}

async function publish(editor: Actor, articleId: string): Promise<void> {
  must(await publishArticle(editor, { articleId, revision: await revisionOf(articleId), corrections: [] }));
}

/** Makes events of this process come as those of others do, by Postgres alone. */
function withoutOwnEvents<T>(run: () => Promise<T>): Promise<T> {
  const globals = globalThis as { obelusCommitListeners?: unknown };
  const listeners = globals.obelusCommitListeners;
  delete globals.obelusCommitListeners;
  return run().finally(() => {
    globals.obelusCommitListeners = listeners;
  });
}

test("an address that has no document is answered in the language of the address, else of the browser", async () => {
  const ask = async (url: string, acceptLanguage?: string) => {
    const { status, headers } = await answerDocument({ ...request(url), acceptLanguage });
    return [status, headers["content-language"], headers.vary?.includes("Accept-Language")];
  };
  expect(await ask("/articles/nowhere", "es-MX, en;q=0.5")).toEqual([404, "es", true]);
  expect(await ask("/nowhere", "ja, ar;q=0.3")).toEqual([404, "ar", true]);
  expect(await ask("/articles/nowhere?lang=de", "es")).toEqual([404, "de", true]);
  expect(await ask("/articles/nowhere", "ja")).toEqual([404, "en", true]);
  expect(await ask("/articles/nowhere")).toEqual([404, "en", true]);
  // What exists does not follow the browser.
  expect(await ask("/archive", "es")).toEqual([200, "en", false]);
});

test("a document is there as soon as its article is published, and gone as soon as it is unpublished", async () => {
  const { article, editor } = await publishable();
  const path = `/articles/${article.slug}`;
  expect((await open(path)).status).toBe(404);
  expect((await open("/")).html).not.toContain(path);
  await publish(editor, article.id);
  const first = await open(path);
  expect(first).toMatchObject({ status: 200, html: expect.stringContaining("Trade rose fast.") });
  expect((await open("/")).html).toContain(`href="${path}"`);
  expect((await open(`${path}/claims/1`)).status).toBe(200);
  expect((await open(`${path}/claims/2`)).status).toBe(404);
  const revision = await revisionOf(article.id);
  const administrator = await makePerson({ role: "administrator" });
  must(
    await unpublishArticle(administrator, { articleId: article.id, revision, reason: "It was too early." }),
  );
  for (const address of [path, `${path}/claims/1`, `${path}/report`])
    expect((await open(address)).html).toContain("It was too early.");
  expect((await open("/")).html).not.toContain(path);
  expect((await open("/corrections")).html).toContain("It was too early.");
});

test("what another instance publishes is in memory before the first reader asks", async () => {
  const { article, editor } = await publishable();
  startDocuments();
  await open("/");
  const { cache } = (globalThis as unknown as { obelusDocuments: { cache: { generation: number } } })
    .obelusDocuments;
  const before = cache.generation;
  await withoutOwnEvents(() => publish(editor, article.id));
  const paths = ["/", `/articles/${article.slug}`, `/articles/${article.slug}/report`];
  const ready = () => paths.filter((path) => findReadyDocument(request(path)) !== null);
  // The notice drops what this process has made, and then nobody asks.
  await expect.poll(() => (cache.generation > before ? ready() : [])).toEqual(paths);
});

test("an unchanged document comes from memory, and costs nobody its bytes twice", async () => {
  const { article, editor } = await publishable();
  await publish(editor, article.id);
  const path = `/articles/${article.slug}`;
  const { etag = "" } = await open(path);
  expect(findReadyDocument(request(path, { ifNoneMatch: `"other", ${etag}` }))).toMatchObject({
    status: 304,
    body: null,
  });
  expect(findReadyDocument(request(path, { method: "HEAD" }))).toMatchObject({ status: 200, body: null });
  expect(findReadyDocument(request(path, { acceptEncoding: "br" }))?.headers["content-encoding"]).toBe("br");
  expect(findReadyDocument(request(`${path}/claims/1`))).toBeNull();
});

test("each language that a reader chooses has its own document, and no other word has one", async () => {
  const { article, editor } = await publishable();
  await publish(editor, article.id);
  const path = `/articles/${article.slug}`;
  const ask = async (url: string) => (await answerDocument(request(url))).headers;
  const [plain, arabic, unknown] = [
    await ask(path),
    await ask(`${path}?lang=ar`),
    await ask(`${path}?lang=tlh`),
  ];
  expect([plain, arabic, unknown].map((headers) => headers["content-language"])).toEqual(["en", "ar", "en"]);
  expect(arabic.etag).not.toBe(plain.etag);
  expect(unknown.etag).toBe(plain.etag);
  expect((await open(`${path}?lang=ar`)).html).toContain(`href="${path}/report?lang=ar"`);
  // The page of the current publication is the article's.
  expect((await ask(`${path}/publications/1?lang=ar`)).location).toBe(`${path}?lang=ar`);
  expect(findReadyDocument(request(`${path}?lang=zh`))).toBeNull();
  expect(findReadyDocument(request(`${path}?lang=fr-x-anything`))?.headers.etag).toBe(plain.etag);
});

/** Watches for changes, as a server does that serves documents. */
async function serveDocuments(): Promise<void> {
  startDocuments();
  await expect
    .poll(async () => {
      await open("/");
      return findReadyDocument(request("/")) !== null;
    })
    .toBe(true);
}

test("the documents of an article are in memory when publishing, correcting and redacting are done", async () => {
  await serveDocuments();
  const { article, editor } = await publishable();
  const administrator = await makePerson({ role: "administrator" });
  const path = `/articles/${article.slug}`;
  const ready = () =>
    ["/", path, `${path}/report`].map((url) => findReadyDocument(request(url))?.body?.toString() ?? "");
  await publish(editor, article.id);
  for (const html of ready()) expect(html).toContain(article.slug);
  expect(ready()[1]).toContain("Trade rose fast.");
  await makeClaim({ article, author: article.author, state: "approved", anchor: { exact: "Then it fell" } });
  await publish(editor, article.id);
  for (const html of ready().slice(1)) expect(html).toContain(`id="claim-2"`);
  must(
    await redactArticle(administrator, {
      articleId: article.id,
      target: { kind: "text", text: "Trade rose fast" },
      reason: "On request of a court.",
    }),
  );
  for (const html of ready().slice(1)) {
    expect(html).not.toContain("Trade rose fast");
    expect(html).toContain("On request of a court.");
  }
});

test("an embed shows an article or a claim in a page of any site, and nothing once it is unpublished", async () => {
  const { article, editor } = await publishable();
  const path = `/embed/articles/${article.slug}`;
  expect((await open(path)).status).toBe(404);
  await publish(editor, article.id);
  for (const url of [path, `${path}/claims/1`]) {
    const answer = await answerDocument(request(url));
    expect([answer.status, answer.headers["content-security-policy"]]).toEqual([
      200,
      expect.stringContaining("frame-ancestors *"),
    ]);
    expect(answer.body?.toString()).toContain('<meta name="robots" content="noindex"/>');
    expect(findReadyDocument(request(url))?.headers["content-security-policy"]).toContain(
      "frame-ancestors *",
    );
  }
  expect((await open(`${path}/claims/2`)).status).toBe(404);
  expect(
    (await answerDocument(request(`/articles/${article.slug}`))).headers["content-security-policy"],
  ).toContain("frame-ancestors 'self'");
  const administrator = await makePerson({ role: "administrator" });
  const revision = await revisionOf(article.id);
  must(await unpublishArticle(administrator, { articleId: article.id, revision, reason: "A mistake." }));
  for (const url of [path, `${path}/claims/1`]) {
    const { html } = await open(url);
    expect(html).toContain("A mistake.");
    expect(html).not.toContain("Trade rose fast");
  }
});

test("what another instance publishes drops the documents of this one", async () => {
  const { article, editor } = await publishable();
  await publish(editor, article.id);
  const path = `/articles/${article.slug}`;
  await expect
    .poll(async () => {
      await open(path);
      return findReadyDocument(request(path)) !== null;
    })
    .toBe(true);
  const revision = await revisionOf(article.id);
  const administrator = await makePerson({ role: "administrator" });
  await withoutOwnEvents(async () =>
    must(await unpublishArticle(administrator, { articleId: article.id, revision, reason: "A mistake." })),
  );
  await expect.poll(() => findReadyDocument(request(path))).toBeNull();
  expect((await open(path)).html).toContain("A mistake.");
});

test("the page of a claim shows claims of other articles only while these are published", async () => {
  const claimant = `Ada ${crypto.randomUUID()}`;
  const { article, editor } = await publishable({ claimant });
  await publish(editor, article.id);
  const page = `/articles/${article.slug}/claims/1`;
  const other = await publishable({ claimant, statement: "Trade doubled twice." });
  const link = `href="/articles/${other.article.slug}/claims/1"`;
  expect((await open(page)).html).not.toContain(link);
  await publish(other.editor, other.article.id);
  expect((await open(page)).html).toContain(link);
  must(
    await unpublishArticle(await makePerson({ role: "administrator" }), {
      articleId: other.article.id,
      revision: await revisionOf(other.article.id),
      reason: "A mistake.",
    }),
  );
  expect((await open(page)).html).not.toContain(link);
});

test("earlier publications stay at their addresses, and the current one leads to the article", async () => {
  const { article, editor } = await publishable();
  await publish(editor, article.id);
  const path = `/articles/${article.slug}`;
  expect(await answerDocument(request(`${path}/publications/1`))).toMatchObject({
    status: 307,
    headers: { location: path },
  });
  await makeClaim({ article, author: article.author, state: "approved", anchor: { exact: "Then it fell" } });
  await publish(editor, article.id);
  expect((await open(`${path}/publications/1`)).html).toContain("This is publication 1 of 2");
  expect((await open(path)).html).toContain(`href="${path}/publications/1"`);
  expect((await open(`${path}/publications/3`)).status).toBe(404);

  // So do their claims, which lead to what the claim is now.
  const claim = await open(`${path}/publications/1/claims/1`);
  expect(claim.html).toContain("This is the claim as publication 1 showed it");
  expect(claim.html).toContain(`<a href="${path}/claims/1">Read the current one</a>`);
  expect(claim.html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*${path}/claims/1"/>`));
  expect(claim.html).not.toContain("ClaimReview");
  expect((await open(`${path}/claims/1`)).html).toContain(`href="${path}/publications/1/claims/1"`);
  expect((await open(`${path}/publications/1/claims/2`)).status).toBe(404);
  expect(await answerDocument(request(`${path}/publications/2/claims/2`))).toMatchObject({
    status: 307,
    headers: { location: `${path}/claims/2` },
  });
});

test("an article with a Chinese title is opened by its encoded name, as it is, or as bytes, and so are its files", async () => {
  const title = `中国经济增长百分之五 ${crypto.randomUUID().slice(0, 8)}`;
  const article = await makeArticle({ title, language: "zh" });
  await makeClaim({ article, author: article.author, state: "approved" });
  await publish(await makePerson(), article.id);
  expect(article.slug).toMatch(/^中国经济增长百分之五-[0-9a-f]{8}$/);
  const encoded = encodeURIComponent(article.slug);
  for (const part of [encoded, article.slug, Buffer.from(article.slug).toString("latin1")]) {
    const { status, html } = await open(`/articles/${part}`);
    expect([part, status]).toEqual([part, 200]);
    expect(html).toContain(`href="/articles/${encoded}/report"`);
    for (const get of [getCsv, getCitation]) {
      const answer = await get(new NextRequest("http://localhost/"), {
        params: Promise.resolve({ slug: part }),
      });
      expect([part, answer.status]).toEqual([part, 200]);
      expect(answer.headers.get("content-disposition")).toContain(`filename*=UTF-8''${encoded}`);
    }
  }
  const marks = JSON.parse((await open(`/articles/${encoded}/marks.json`)).html);
  expect(marks.claims[0].url).toContain(`/articles/${encoded}/claims/1`);
  expect((await open("/feed.xml")).html).toContain(`/articles/${encoded}`);
  const draw = await getCard(new NextRequest("http://localhost/"), {
    params: Promise.resolve({ slug: encoded }),
  });
  expect([draw.status, draw.headers.get("content-type")]).toEqual([200, "image/png"]);
});
