import { describe, expect, test } from "vitest";
import * as route from "@/app/api/v1/articles/[id]/redactions/route";
import { listAuditEvents } from "@/lib/db/audit-events";
import { listPublicCorrections } from "@/lib/db/public-corrections";
import {
  findCurrentPublication,
  findNumberedPublication,
  findUnpublication,
  listPublications,
  listUnpublications,
} from "@/lib/db/public-publications";
import { findSource } from "@/lib/db/sources";
import { clientOf } from "@/lib/db/transaction";
import { exportReport } from "@/lib/document-bundle/export-report";
import type { Actor } from "@/lib/policies/actor";
import type { RedactInput, RedactionTargetInput } from "@/lib/redactions/redaction-input";
import { EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { rationale } from "@/lib/testing/builders";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { reportVersion1 } from "@/lib/testing/reports/report-version-1";
import { storeReport } from "@/lib/testing/reports/store-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { updateSource } from "@/lib/workflows/sources/update-source";
import { getArticlePublications, listRedactions } from "./list-redactions";
import { previewArticleRedaction } from "./preview-article-redaction";
import { proposeRedactions } from "./propose-redactions";
import { redactArticle } from "./redact-article";

withTestDatabase();

const REASON = "source protection";
/** Names of a source that no other text shares. */
const named = () => {
  const key = crypto.randomUUID().slice(0, 8);
  return {
    title: `Memo canary${key}`,
    url: `https://canary${key}.example/memo`,
    authors: [`Canary${key} Doe`],
    publisher: `Ministry canary${key}`,
    key,
  };
};

/** A published article whose claim cites a named source. */
async function publishWithSource() {
  const { key, ...source } = named();
  const article = await makeArticle();
  const claim = await makeClaim({
    article,
    author: article.author,
    state: "approved",
    evidence: [{ stance: "supports", source, excerpt: `Words from canary${key}`, note: null }],
  });
  const editor = await makePerson();
  await publish(editor, article);
  const { evidence } = await reloadClaim(claim);
  const sourceId = evidence[0]?.source.id ?? "";
  return { article, claim, editor, key, sourceId };
}

type Corrections = NonNullable<Parameters<typeof publishArticle>[1]["corrections"]>;

async function publish(editor: Actor, article: { id: string }, corrections: Corrections = []) {
  const revision = await revisionOf(article.id);
  return must(await publishArticle(editor, { articleId: article.id, revision, corrections }));
}

async function makeConfidential(editor: Actor, id: string, changes: { title?: string } = {}) {
  const before = await findSource(undefined, id);
  if (!before) throw new Error("no such source");
  const { revision, title, url, authors, publisher, kind } = before;
  must(
    await updateSource(editor, {
      id,
      revision,
      title,
      url,
      authors,
      publisher,
      kind,
      ...changes,
      confidential: true,
    }),
  );
}

/** Has the claim's verdict changed and approved again, so that the article can be published again. */
async function reverse(claim: { id: string }, author: Actor, editor: Actor) {
  const { id, revision, statement, kind, evidence } = await reloadClaim(claim);
  const edited = must(
    await updateClaim(author, {
      claimId: id,
      revision,
      statement,
      kind,
      verdict: { ratingKey: "false", rationaleDoc: rationale("A new count.") },
      evidence: evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
    }),
  );
  const submitted = must(
    await transitionClaim(author, { claimId: id, revision: edited.revision, action: "submit" }),
  );
  must(await transitionClaim(editor, { claimId: id, revision: submitted.revision, action: "approve" }));
}

/** Everything that readers and exports can get of an article. */
async function everythingPublic(slug: string): Promise<string> {
  const current = await findCurrentPublication(slug);
  const numbered = await Promise.all([1, 2, 3, 4].map((number) => findNumberedPublication(slug, number)));
  const exports = current
    ? await Promise.all(
        EXPORT_FORMATS.filter((format) => format !== "pdf").map(async (format) =>
          (await exportReport(current.report, format, `https://desk.example/articles/${slug}`)).toString(),
        ),
      )
    : [];
  return JSON.stringify([
    current,
    numbered,
    exports,
    await listPublications({ limit: 100 }),
    await listPublicCorrections({ limit: 100 }),
    await findUnpublication(slug),
    await listUnpublications(100),
  ]);
}

/** All places at which publications of an article name its sources. */
async function allSources(editor: Actor, articleId: string) {
  const { sources } = must(await getArticlePublications(editor, { articleId }));
  return sources.flatMap(({ at }) => at);
}

async function redactSource(editor: Actor, articleId: string) {
  const target = {
    kind: "source" as const,
    at: await allSources(editor, articleId),
    words: ["title" as const, "authors" as const, "publisher" as const],
  };
  return must(await redactArticle(editor, { articleId, target, reason: REASON }));
}

const redactText = (editor: Actor, articleId: string, text: string, more: Partial<RedactInput> = {}) =>
  redactArticle(editor, { articleId, target: { kind: "text", text }, reason: REASON, ...more });

describe("a source that becomes confidential", () => {
  test("is gone from every publication: before and after publishing, unpublishing and publishing again", async () => {
    const { article, claim, editor, key, sourceId } = await publishWithSource();
    const administrator = await makePerson({ role: "administrator" });
    expect(await everythingPublic(article.slug)).toContain(key);
    await makeConfidential(editor, sourceId);
    expect(await everythingPublic(article.slug)).toContain(key);
    expect(await redactSource(editor, article.id)).toMatchObject({
      number: 1,
      kind: "source",
      publications: [1],
    });
    const after = await everythingPublic(article.slug);
    expect(after).not.toContain(key);
    expect(after).toContain("[redacted: source protection]");

    await reverse(claim, article.author, editor);
    await publish(editor, article, [{ claimId: claim.id, note: "Counted again." }]);
    expect(await everythingPublic(article.slug)).not.toContain(key);
    const revision = await revisionOf(article.id);
    must(await unpublishArticle(administrator, { articleId: article.id, revision, reason: "A mistake." }));
    expect(await everythingPublic(article.slug)).not.toContain(key);
    await publish(editor, article);
    expect(await everythingPublic(article.slug)).not.toContain(key);
    expect((await findNumberedPublication(article.slug, 1))?.redactions).toMatchObject([{ reason: REASON }]);
  });

  test("asks for no correction by its redaction alone", async () => {
    const { article, editor, sourceId } = await publishWithSource();
    await makeConfidential(editor, sourceId);
    await redactSource(editor, article.id);
    expect(await publish(editor, article)).toMatchObject({ number: 2 });
  });

  test("is proposed for redaction until it is redacted", async () => {
    const { article, editor, sourceId } = await publishWithSource();
    const proposed = async () => must(await proposeRedactions(editor, { sourceId }));
    expect(await proposed()).toEqual([]);
    await makeConfidential(editor, sourceId, { title: "An official" });
    expect(await proposed()).toEqual([
      { articleId: article.id, title: expect.any(String), publications: [1] },
    ]);
    expect(
      must(await getArticlePublications(editor, { articleId: article.id, sourceId })).sources,
    ).toMatchObject([{ isMatch: true, at: [{ publication: 1, source: 1 }] }]);
    await redactSource(editor, article.id);
    expect(await proposed()).toEqual([]);
  });

  test("is proposed under the names of a source that was merged into it", async () => {
    const [{ article, editor, sourceId }, other] = [await publishWithSource(), await publishWithSource()];
    must(await mergeSources(editor, { keepId: other.sourceId, dropId: sourceId }));
    await makeConfidential(editor, other.sourceId);
    const proposed = must(await proposeRedactions(editor, { sourceId: other.sourceId }));
    expect(proposed.map(({ articleId }) => articleId).sort()).toEqual([article.id, other.article.id].sort());
  });
});

test("a publication of an earlier version opens, and its sources are matched by title and address", async () => {
  const { key, title, url } = named();
  const article = await makeArticle();
  const editor = await makePerson();
  const [source] = reportVersion1().sources;
  await storeReport(
    article,
    editor.id,
    reportVersion1({ claims: [], sources: source ? [{ ...source, title, url }] : [] }),
  );
  const claim = await makeClaim({
    article,
    author: article.author,
    state: "approved",
    evidence: [{ stance: "supports", source: { title, url } }],
  });
  await publish(editor, article, [{ claimId: claim.id, note: "x" }]);
  const sourceId = (await reloadClaim(claim)).evidence[0]?.source.id ?? "";
  await makeConfidential(editor, sourceId);
  expect((await findNumberedPublication(article.slug, 1))?.sources).toMatchObject([{ id: null, title, url }]);
  expect(must(await proposeRedactions(editor, { sourceId }))).toMatchObject([{ publications: [1, 2] }]);
  expect(
    must(await getArticlePublications(editor, { articleId: article.id, sourceId })).sources,
  ).toMatchObject([
    {
      isMatch: true,
      at: [
        { publication: 2, source: 1 },
        { publication: 1, source: 1 },
      ],
    },
  ]);
  expect(await redactSource(editor, article.id)).toMatchObject({ publications: [2, 1] });
  expect(await everythingPublic(article.slug)).not.toContain(key);
});

test("words go from corrections, from the reasons for unpublishing and from what is published later", async () => {
  const { article, claim, editor } = await publishWithSource();
  const administrator = await makePerson({ role: "administrator" });
  const key = crypto.randomUUID().slice(0, 8);
  await reverse(claim, article.author, editor);
  await publish(editor, article, [{ claimId: claim.id, note: `Asked by canary${key}.` }]);
  expect(await everythingPublic(article.slug)).toContain(key);
  must(await redactText(editor, article.id, `canary${key}`));
  expect(await everythingPublic(article.slug)).not.toContain(key);
  const revision = await revisionOf(article.id);
  must(
    await unpublishArticle(administrator, { articleId: article.id, revision, reason: `For canary${key}.` }),
  );
  expect(await everythingPublic(article.slug)).not.toContain(key);
  expect((await findUnpublication(article.slug))?.reason).toBe("For [redacted].");
});

test("the preview names every spot and changes nothing", async () => {
  const { article, editor } = await publishWithSource();
  const before = await everythingPublic(article.slug);
  const target: RedactionTargetInput = { kind: "passage", text: "rose to $240 billion" };
  expect(must(await previewArticleRedaction(editor, { articleId: article.id, target }))).toMatchObject({
    publications: [
      {
        number: 1,
        spotCount: 1,
        spots: [{ part: "text", removed: "rose to $240 billion", after: ", a record.\nThen it fell." }],
        claims: [{ number: 1, statement: "Trade came to $240 billion." }],
      },
    ],
    total: 1,
    isInAddress: false,
    seen: { publication: 1, redactions: 0 },
  });
  expect(await everythingPublic(article.slug)).toBe(before);
  const slugWords = article.slug.replaceAll("-", " ");
  const inAddress = must(
    await previewArticleRedaction(editor, {
      articleId: article.id,
      target: { kind: "text", text: slugWords },
    }),
  );
  expect(inAddress.isInAddress).toBe(true);
});

describe("a redaction", () => {
  test("never changes what is stored, and is never changed itself", async () => {
    const { article, editor, key } = await publishWithSource();
    await redactSource(editor, article.id);
    const rows = await clientOf().$queryRaw<{ report: object }[]>`
      SELECT "report" FROM "Publication" WHERE "articleId" = ${article.id}::uuid`;
    expect(JSON.stringify(rows)).toContain(key);
    const change = (sql: string) => clientOf().$executeRawUnsafe(sql);
    await expect(change(`UPDATE "Redaction" SET "reason" = 'x'`)).rejects.toThrow("never change");
    await expect(change(`DELETE FROM "Redaction"`)).rejects.toThrow("never change");
    await expect(change(`TRUNCATE "Redaction"`)).rejects.toThrow("never change");
  });

  test("is in the audit log and in the API without what it hides", async () => {
    const { article, editor, key } = await publishWithSource();
    await redactSource(editor, article.id);
    const { events } = await listAuditEvents({ articleId: article.id, kind: "publication" }, 10);
    expect(events[0]).toMatchObject({
      action: "article.redact",
      actor: { id: editor.id },
      to: { redaction: 1, kind: "source", reason: REASON, publications: [1] },
    });
    expect(JSON.stringify(events[0])).not.toContain(key);
    const token = await makeToken(editor);
    const listed = await callApi(route.GET, { method: "GET", token, params: { id: article.id } });
    expect(listed).toMatchObject({
      status: 200,
      body: { items: [{ number: 1, kind: "source", reason: REASON }] },
    });
    expect(JSON.stringify(listed.body)).not.toContain(key);
    expect(must(await listRedactions(editor, { articleId: article.id }))[0]?.target).toMatchObject({
      kind: "source",
      at: [{ publication: 1, source: 1 }],
    });
  });

  test("by the API takes effect once for one key", async () => {
    const { article, editor } = await publishWithSource();
    const token = await makeToken(editor);
    const call = () =>
      callApi(route.POST, {
        token,
        params: { id: article.id },
        path: `/articles/${article.id}/redactions`,
        headers: { "idempotency-key": `redact-${article.id}` },
        json: { target: { kind: "text", text: "record" }, reason: "privacy" },
      });
    const [first, second] = [await call(), await call()];
    expect(first).toMatchObject({ status: 201, body: { number: 1, spots: 1, publications: [1] } });
    expect(second.body).toEqual(first.body);
    const refused = await callApi(route.POST, {
      token,
      params: { id: article.id },
      json: { target: { kind: "text", text: "" }, reason: "privacy" },
    });
    expect(refused).toMatchObject({ status: 422, headers: { "content-type": "application/problem+json" } });
  });

  test.each<[string, Partial<RedactInput>, kind: string, message: RegExp]>([
    [
      "of what no publication shows",
      { target: { kind: "text", text: "Nowhere" } },
      "invalid",
      /No publication/,
    ],
    ["whose reason repeats it", { reason: "A record of trade" }, "invalid", /repeats what it hides/],
    ["without a reason", { reason: " " }, "invalid", /Enter a public reason/],
    ["of no words", { target: { kind: "text", text: "…" } }, "invalid", /no letter or digit/],
    [
      "of a source that is not there",
      { target: { kind: "source", at: [{ publication: 1, source: 9 }] } },
      "invalid",
      /No publication names/,
    ],
    [
      "seen before another",
      { seen: { publication: 1, redactions: 3 } },
      "stale",
      /Preview the redaction again/,
    ],
    [
      "seen before a publication",
      { seen: { publication: 2, redactions: 0 } },
      "stale",
      /Preview the redaction again/,
    ],
  ])("%s is refused", async (_, input, kind, message) => {
    const { article, editor } = await publishWithSource();
    const result = await redactText(editor, article.id, "record", input);
    expect(result).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
  });

  test("of an article that was never published is refused", async () => {
    const article = await makeArticle();
    expect(await redactText(await makePerson(), article.id, "Trade")).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining("never published") },
    });
  });

  test("is for those who can publish", async () => {
    const { article } = await publishWithSource();
    expect(await redactText(await makePerson({ role: "checker" }), article.id, "record")).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  test("raises the revision by which everything made from a publication is stored", async () => {
    const { article, editor } = await publishWithSource();
    const current = async () => await findCurrentPublication(article.slug);
    expect(await current()).toMatchObject({ revision: 0 });
    must(await redactText(editor, article.id, "record"));
    expect(await current()).toMatchObject({ revision: 1, number: 1 });
  });

  test("several at once get numbers of their own", async () => {
    const { article, editor } = await publishWithSource();
    const made = await Promise.all(
      ["record", "Trade", "fast"].map((text) => redactText(editor, article.id, text)),
    );
    expect(made.map((each) => must(each).number).sort()).toEqual([1, 2, 3]);
  });
});
