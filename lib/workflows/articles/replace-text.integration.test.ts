import { describe, expect, test } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { confirmAnchor } from "@/lib/workflows/claims/confirm-anchor";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { getDeskArticle } from "./get-desk-article";
import { replaceText } from "./replace-text";

withTestDatabase();

const OLD = "Trade rose to $240 billion in 2023, a record.\nThe ministry was pleased with it.\nThen it fell.";

/** An article with an approved claim on each of its three paragraphs. */
async function makeMarked() {
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({ author, content: { format: "text", value: OLD } });
  const claims = [];
  for (const exact of ["$240 billion", "The ministry was pleased", "Then it fell"])
    claims.push(await makeClaim({ article, author, anchor: { exact }, statement: exact, state: "approved" }));
  const desk = await getDeskArticle(author, { articleId: article.id });
  if (!desk.ok) throw new Error(desk.error.message);
  return { author, article, claims, versionId: desk.value.version.id };
}

async function stateOf(articleId: string) {
  return (await listClaimsOfArticle(articleId))
    .sort((a, b) => a.number - b.number)
    .map(({ anchor: { outcome, exact, before }, state }) => ({ outcome, exact, before, state }));
}

async function replaceWith(
  author: Awaited<ReturnType<typeof makePerson>>,
  articleId: string,
  versionId: string,
  value: string,
) {
  const result = await replaceText(author, { articleId, versionId, content: { format: "text", value } });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("a new version of the text", () => {
  test("takes every claim along, and says which wait", async () => {
    const { author, article, versionId } = await makeMarked();
    const replaced = await replaceWith(
      author,
      article.id,
      versionId,
      "News of today.\nTrade rose to $250 billion in 2023, a record.\nThe ministry was pleased with it.",
    );
    expect(replaced).toMatchObject({
      version: { number: 2 },
      outcomes: { exact: 0, moved: 1, changed: 1, orphaned: 1 },
    });
    expect(await stateOf(article.id)).toEqual([
      { outcome: "changed", exact: "$250 billion", before: "$240 billion", state: "approved" },
      { outcome: "moved", exact: "The ministry was pleased", before: null, state: "approved" },
      { outcome: "orphaned", exact: "Then it fell", before: "Then it fell", state: "approved" },
    ]);
    const publisher = await makePerson({ role: "editor" });
    const desk = await getDeskArticle(publisher, { articleId: article.id });
    const published = await publishArticle(publisher, {
      articleId: article.id,
      revision: desk.ok ? desk.value.article.revision : 0,
      corrections: [],
    });
    expect(published).toMatchObject({ ok: false });
  });

  test("brings back a claim whose words come back", async () => {
    const { author, article, versionId } = await makeMarked();
    const second = await replaceWith(
      author,
      article.id,
      versionId,
      OLD.replace("\nThen it fell.", "\nThat was all."),
    );
    expect((await stateOf(article.id))[2]).toMatchObject({ outcome: "orphaned" });
    await replaceWith(author, article.id, second.version.id, `${OLD}\nLater more.`);
    expect(await stateOf(article.id)).toMatchObject([
      { outcome: "exact" },
      { outcome: "exact" },
      { outcome: "exact" },
    ]);
  });

  test("takes deleted claims along as well, so that Undo still works", async () => {
    const { author, article, claims, versionId } = await makeMarked();
    const [first] = claims;
    if (!first) throw new Error("no claim");
    await deleteClaim(author, { claimId: first.id, revision: first.revision });
    await replaceWith(author, article.id, versionId, `News.\n${OLD}`);
    expect(await undeleteClaim(author, { claimId: first.id })).toMatchObject({
      ok: true,
      value: { anchor: { outcome: "moved", exact: "$240 billion" } },
    });
  });

  test.each([
    ["the same text", OLD, /Nothing was changed/],
    ["an empty text", " ", /no text/],
  ])("%s is refused, and nothing changes", async (_, value, message) => {
    const { author, article, versionId } = await makeMarked();
    const refused = await replaceText(author, {
      articleId: article.id,
      versionId,
      content: { format: "text", value },
    });
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
    expect(await stateOf(article.id)).toMatchObject([
      { outcome: "created" },
      { outcome: "created" },
      { outcome: "created" },
    ]);
  });

  test("when two people replace it at the same time, the second gets a conflict", async () => {
    const { author, article, versionId } = await makeMarked();
    const content = (value: string) => ({
      articleId: article.id,
      versionId,
      content: { format: "text" as const, value },
    });
    const both = await Promise.all([
      replaceText(author, content(`One.\n${OLD}`)),
      replaceText(author, content(`Two.\n${OLD}`)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "stale" } });
  });
});

describe("a place that waits", () => {
  test("is confirmed, or given by hand; other words than were signed have to be signed again", async () => {
    const { author, article, versionId } = await makeMarked();
    const text =
      "Trade rose to $250 billion in 2023, a record.\nThe ministry was pleased with it.\nLater it dropped.";
    const { version } = await replaceWith(author, article.id, versionId, text);
    const [figure, , fall] = (await listClaimsOfArticle(article.id)).sort((a, b) => a.number - b.number);
    if (!figure || !fall) throw new Error("no claims");
    const confirmed = await confirmAnchor(author, {
      claimId: figure.id,
      revision: figure.revision,
      versionId: version.id,
      range: null,
    });
    expect(confirmed).toMatchObject({
      ok: true,
      value: { state: "draft", anchor: { outcome: "confirmed", exact: "$250 billion", before: null } },
    });

    const none = await confirmAnchor(author, {
      claimId: fall.id,
      revision: fall.revision,
      versionId: version.id,
      range: null,
    });
    expect(none).toMatchObject({ ok: fall.anchor.outcome === "changed" });
    const start = text.indexOf("Later it dropped");
    const [, , now] = (await listClaimsOfArticle(article.id)).sort((a, b) => a.number - b.number);
    const attached = await confirmAnchor(author, {
      claimId: fall.id,
      revision: now?.revision ?? 0,
      versionId: version.id,
      range: { start, end: start + "Later it dropped".length },
    });
    expect(attached).toMatchObject({
      ok: true,
      value: { state: "draft", anchor: { outcome: "confirmed", exact: "Later it dropped" } },
    });
  });

  test.each([
    ["nothing", { start: 3, end: 3 }],
    ["white space", { start: 5, end: 6 }],
    ["what lies beyond the text", { start: 5, end: 50_000 }],
  ])("cannot be %s", async (_, range) => {
    const { author, claims, versionId } = await makeMarked();
    const [claim] = claims;
    const refused = await confirmAnchor(author, {
      claimId: claim?.id ?? "",
      revision: claim?.revision ?? 0,
      versionId,
      range,
    });
    expect(refused).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });
});
