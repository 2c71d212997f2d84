import { beforeEach, expect, test } from "vitest";
import { GET } from "@/app/api/v1/reports/route";
import { setPublicationRenderer } from "@/lib/documents/render-publication";
import type { Digest } from "@/lib/reports/digests/digest";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makeGuest, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { exportDigest } from "./export-digest";

withTestDatabase();
beforeEach(() => setPublicationRenderer(renderInProcess));

const today = new Date().toISOString().slice(0, 10);
const PERIOD = { from: today, to: "2999-12-31", format: "json" } as const;

/** A published article about rents with two claims, and one that is not published. */
async function published() {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor, title: `Rents ${crypto.randomUUID()}` });
  const make = (exact: string, more: object) =>
    makeClaim({ article, author: editor, anchor: { exact }, state: "approved", ...more });
  const tag = `rents-${crypto.randomUUID().slice(0, 8)}`;
  await make("Trade rose fast", { tags: [tag] });
  await make("$240 billion", {
    evidence: [{ stance: "supports", source: { title: "secret-title", confidential: true } }],
  });
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
    }),
  );
  const draft = await makeArticle({ author: editor, title: "secret-draft" });
  await makeClaim({
    article: draft,
    author: editor,
    anchor: { exact: "$240 billion" },
    tags: [tag],
    state: "approved",
  });
  return { editor, article, tag };
}

const digestOf = (bytes: Buffer) => JSON.parse(String(bytes)) as Digest;

test("has what was published in the period, and nothing that readers can't see", async () => {
  const { editor, article, tag } = await published();
  const all = must(await exportDigest(editor, PERIOD));
  expect(all.name).toBe(`fact-checks-${today}-to-2999-12-31.json`);
  expect(digestOf(all.bytes).articles.map((report) => report.article.slug)).toContain(article.slug);
  expect(String(all.bytes)).not.toContain("secret");
  const some = digestOf(must(await exportDigest(editor, { ...PERIOD, topic: tag.toUpperCase() })).bytes);
  expect(some.articles.map(({ claims, selection }) => [claims.length, selection])).toEqual([[1, { of: 2 }]]);
  const before = digestOf(
    must(await exportDigest(editor, { ...PERIOD, from: "2000-01-01", to: "2000-01-02" })).bytes,
  );
  expect(before.articles).toEqual([]);
});

test("is refused to guests, and for days in the wrong order", async () => {
  const editor = await makePerson();
  const guest = await makeGuest(await makeArticle({ author: editor }), editor);
  expect(await exportDigest(guest, PERIOD)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect(await exportDigest(editor, { ...PERIOD, from: "2026-02-02", to: "2026-02-01" })).toMatchObject({
    ok: false,
    error: { kind: "invalid", fields: { to: [expect.stringContaining("before the first")] } },
  });
});

test("the API exports it, with a token only", async () => {
  const { editor, article } = await published();
  const query = new URLSearchParams({ from: today, to: "2999-12-31" });
  const call = (path: string, token?: string) =>
    callApi(GET, { method: "GET", path, ...(token && { token }) });
  expect((await call(`/reports?${query}`)).status).toBe(401);
  const token = await makeToken(editor, "read");
  const exported = await call(`/reports?${query}`, token);
  expect(exported).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
  expect(JSON.stringify(exported.body)).toContain(article.slug);
  expect((await call("/reports?from=2026-02-31&to=nonsense", token)).status).toBe(422);
});
