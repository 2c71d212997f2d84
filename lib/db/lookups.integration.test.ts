import { describe, expect, test } from "vitest";
import { EMPTY_QUERY } from "@/lib/board/board-query";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { ok } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listClaims } from "@/lib/workflows/claims/get-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { findArticleBySource, listArticleRows } from "./articles";
import { appendAuditEvent, findMergedInto } from "./audit-events";
import { listBoardRows } from "./board";
import { findClaim } from "./claims";
import { clientOf, inTransaction } from "./transaction";

withTestDatabase();

describe("articles", () => {
  test.each([
    ["zürich", true],
    ["ZÜRICH wählt 50% mehr", true],
    ["50% mehr", true],
    ["50_ mehr", false],
    ["blatt", true],
    // A search does not cross from the title to the publisher.
    ["mehr das", false],
    ["o'neill", true],
    ["\\", false],
  ])("searching for %j", async (q, isFound) => {
    const { id, author } = await makeArticle({
      title: "Zürich wählt 50% mehr: O'Neill",
      publisher: "Das Blatt",
    });
    const onBoard = await listBoardRows(
      { ...EMPTY_QUERY, q },
      { actorId: author.id, now: new Date() },
      { page: 0, limit: 100 },
    );
    expect(onBoard.items.some((item) => item.id === id)).toBe(isFound);
    const inApi = await listArticleRows({ q, limit: 100 });
    expect(inApi.items.some((item) => item.id === id)).toBe(isFound);
  });

  test("pages follow each other without gaps", async () => {
    for (const _ of [1, 2, 3]) await makeArticle();
    const whole = (await listArticleRows({ limit: 100 })).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticleRows({ limit: 2, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  test("an article is found by an address of any length", async () => {
    const sourceUrl = `https://example.org/${"a".repeat(1_800)}/${crypto.randomUUID()}`;
    const { id } = await makeArticle({ sourceUrl });
    expect((await findArticleBySource(sourceUrl))?.id).toBe(id);
    expect(await findArticleBySource(`${sourceUrl}?`)).toBeNull();
  });
});

describe("claims", () => {
  test("pages of an article's claims follow the text, and stay valid when a claim is deleted", async () => {
    const article = await makeArticle();
    const anchors = [
      { start: 17, end: 40 },
      { start: 0, end: 16 },
      { start: 0, end: 5 },
      { start: 0, end: 16 },
    ];
    for (const anchor of anchors) await makeClaim({ article, author: article.author, anchor });
    const read = (after: Parameters<typeof listClaims>[1]["after"], limit: number) =>
      listClaims(article.author, { articleId: article.id, after, limit }).then(must);
    const whole = await read(null, 10);
    expect(whole.claims.map(({ number }) => number)).toEqual([2, 4, 3, 1]);
    expect(whole).toMatchObject({ next: null, total: 4 });
    const first = await read(null, 2);
    expect(first.claims.map(({ number }) => number)).toEqual([2, 4]);
    await clientOf().claim.update({
      where: { id: first.claims[1]?.id ?? "" },
      data: { deletedAt: new Date() },
    });
    const second = await read(first.next, 2);
    expect(second.claims.map(({ number }) => number)).toEqual([3, 1]);
    expect(second).toMatchObject({ next: null, total: 3 });
  });

  test("a claim that needs checking shows its text as it was last confirmed", async () => {
    const claim = await makeClaim();
    const confirmedText = async () => (await findClaim(claim.id))?.anchor.before;
    expect(await confirmedText()).toBeNull();
    await clientOf().anchor.updateMany({
      where: { claimId: claim.id },
      data: { outcome: "orphaned" },
    });
    // It was never confirmed.
    expect(await confirmedText()).toBeNull();
  });

  test("evidence keeps its id when the claim changes", async () => {
    const source = (title: string) => ({ title, url: `https://example.org/${crypto.randomUUID()}` });
    const claim = await makeClaim({
      evidence: ["One", "Two", "Three"].map((title) => ({
        stance: "supports" as const,
        source: source(title),
      })),
    });
    const [one, two, three] = claim.evidence;
    const author = { ...(await makePerson()) };
    const { evidence = [] } = contentOfClaim(claim);
    const [first, , third] = evidence;
    if (!one || !two || !three || !first || !third) throw new Error("the claim has three sources");
    must(
      await updateClaim(
        author,
        {
          ...contentOfClaim(claim),
          claimId: claim.id,
          revision: claim.revision,
          evidence: [
            { ...third, stance: "refutes" },
            { stance: "context", source: source("Four") },
            // The same source twice.
            { ...first, excerpt: "Another passage." },
            first,
          ],
        },
        { keepsDraft: true },
      ),
    );
    const after = (await reloadClaim(claim)).evidence;
    expect(after.map((each) => [each.source.title, each.stance, each.excerpt])).toEqual([
      ["Three", "refutes", null],
      ["Four", "context", null],
      ["One", "supports", "Another passage."],
      ["One", "supports", null],
    ]);
    expect([after[0]?.id, after[3]?.id]).toEqual([three.id, one.id]);
    expect(new Set(after.map(({ id }) => id)).size).toBe(4);
    expect(after.map(({ id }) => id)).not.toContain(two.id);
  });
});

test("a merged source leads to the newest source that it went into", async () => {
  const person = await makePerson();
  const merged = crypto.randomUUID();
  const into = [crypto.randomUUID(), crypto.randomUUID()];
  for (const targetId of into)
    await inTransaction(async (tx) =>
      ok(
        await appendAuditEvent(tx, {
          actorId: person.id,
          action: "source.merge",
          targetType: "source",
          targetId,
          from: { merged: { id: merged } },
        }),
      ),
    );
  expect(await findMergedInto(undefined, merged)).toBe(into[1]);
  expect(await findMergedInto(undefined, crypto.randomUUID())).toBeNull();
});
