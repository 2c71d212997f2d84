import { describe, expect, test } from "vitest";
import { findNumberedPublication, findUnpublication } from "@/lib/db/public-publications";
import type { RedactionTargetInput } from "@/lib/redactions/redaction-input";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import {
  everythingPublic,
  makeConfidential,
  named,
  publish,
  publishWithSource,
  REASON,
  redactSource,
  redactText,
  reverse,
} from "@/lib/testing/redacted-article";
import { reportVersion1 } from "@/lib/testing/reports/report-version-1";
import { storeReport } from "@/lib/testing/reports/store-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { getArticlePublications } from "./list-redactions";
import { previewArticleRedaction } from "./preview-article-redaction";
import { proposeRedactions } from "./propose-redactions";

withTestDatabase();

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
    expect((await findNumberedPublication(article.slug, 1))?.report.redactions).toMatchObject([
      { reason: REASON },
    ]);
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
  expect((await findNumberedPublication(article.slug, 1))?.report.sources).toMatchObject([
    { id: null, title, url },
  ]);
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
