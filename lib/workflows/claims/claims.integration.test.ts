import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { UpdateClaimInput } from "@/lib/claims/claim-input";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { suggestSources } from "@/lib/workflows/sources/suggest-sources";
import { discardClaimDraft, saveClaimDraft } from "./claim-drafts";
import { createClaim } from "./create-claim";
import { deleteClaim, undeleteClaim } from "./delete-claim";
import { updateClaim } from "./update-claim";

withTestDatabase();

/** An edit that changes nothing but what is given. */
function editOf(claim: Claim, change: Partial<UpdateClaimInput> = {}): UpdateClaimInput {
  return { ...contentOfClaim(claim), claimId: claim.id, revision: claim.revision, ...change };
}

describe("marking", () => {
  test("a claim keeps its words, its position and its sources", async () => {
    const claim = await makeClaim();
    expect(claim).toMatchObject({
      number: 1,
      state: "draft",
      anchor: {
        start: 65,
        end: 77,
        exact: "$240 billion",
        prefix: expect.stringMatching(/rose to $/),
        outcome: "created",
      },
      verdict: { ratingKey: "true", rationaleText: "Customs say so." },
      evidence: [{ stance: "supports", source: { title: "Customs release" } }],
    });
  });

  test("the same key makes the same claim once, even at the same time", async () => {
    const author = await makePerson();
    const article = await makeArticle({ author });
    const idempotencyKey = crypto.randomUUID();
    const claims = await Promise.all([1, 2, 3].map(() => makeClaim({ author, article, idempotencyKey })));
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(1);
  });

  test("claims marked at the same time get numbers of their own", async () => {
    const article = await makeArticle();
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => makeClaim({ author: article.author, article })),
    );
    expect(claims.map((claim) => claim.number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("one address is one source, found by what is typed", async () => {
    const article = await makeArticle();
    const url = `https://example.org/${crypto.randomUUID()}`;
    const evidence = (address: string) => [
      { stance: "supports" as const, source: { title: `Report ${url}`, url: address } },
    ];
    const first = await makeClaim({ article, author: article.author, evidence: evidence(url) });
    const second = await makeClaim({
      article,
      author: article.author,
      evidence: evidence(`${url}/?utm_source=x#top`),
    });
    expect(second.evidence[0]?.source.id).toBe(first.evidence[0]?.source.id);
    const found = must(await suggestSources(article.author, { query: url.slice(-20) }));
    expect(found.map((source) => source.id)).toEqual([first.evidence[0]?.source.id]);
    expect(must(await suggestSources(article.author, { query: "100% _nothing_" }))).toEqual([]);
  });

  test.each([
    ["a selection of nothing", { anchor: { start: 5, end: 5 } }, "invalid", /Select some text first/],
    ["a selection of white space", { anchor: { start: 5, end: 6 } }, "invalid", /Select some text first/],
    [
      "a selection beyond the text",
      { anchor: { start: 5, end: 9999 } },
      "invalid",
      /beyond the article's text/,
    ],
    ["words that are not there", { anchor: { exact: "$250 billion" } }, "invalid", /does not appear/],
    ["words that are there twice", { anchor: { exact: "rose" } }, "stale", /more than once/],
    ["an older version of the text", { versionId: crypto.randomUUID() }, "stale", /text has changed/],
    ["an article that does not exist", { articleId: "x" }, "not-found", /This article could not be found/],
    [
      "a rationale of 100,000 characters",
      { verdict: { ratingKey: "true", rationaleDoc: rationale("x".repeat(100_000)) } },
      "invalid",
      /100,000 characters long; the limit is 20,000/,
    ],
    [
      "a rating of no scale",
      { verdict: { ratingKey: "so-so", rationaleDoc: rationale("x") } },
      "invalid",
      /not on the article's scale/,
    ],
    [
      "a script address",
      { evidence: [{ stance: "supports" as const, source: { title: "x", url: "javascript:alert(1)" } }] },
      "invalid",
      /http and https/,
    ],
  ])("%s is refused with a clear message", async (_, change, kind, message) => {
    const article = await makeArticle();
    const result = await createClaim(article.author, {
      articleId: article.id,
      versionId: article.version.id,
      idempotencyKey: crypto.randomUUID(),
      anchor: { exact: "$240 billion" },
      statement: "x",
      kind: "number",
      ...change,
    });
    expect(result).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
    expect(must(await getDeskArticle(article.author, { articleId: article.id })).claims).toEqual([]);
  });
});

describe("editing", () => {
  test("an edit made on an older state is refused with the state as it is", async () => {
    const author = await makePerson();
    const other = await makePerson({ name: "Olga Other" });
    const claim = await makeClaim({ author });
    must(await updateClaim(other, editOf(claim, { statement: "Other words." })));
    const late = await updateClaim(author, editOf(claim, { statement: "My words." }));
    expect(late).toMatchObject({
      ok: false,
      error: {
        kind: "stale",
        message: expect.stringContaining("Olga Other"),
        current: { statement: "Other words." },
      },
    });
    expect((await reloadClaim(claim)).statement).toBe("Other words.");
  });

  test("of two edits at the same time one wins and the other gets a conflict", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    const results = await Promise.all(
      ["A", "B"].map((statement) => updateClaim(author, editOf(claim, { statement }))),
    );
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("a change to an approved claim sends it back, and says what was changed", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "approved" });
    const edited = must(await updateClaim(author, editOf(claim, { statement: "New words." })));
    expect(edited.state).toBe("draft");
    const [change, latest] = must(await listClaimHistory(author, { claimId: claim.id }));
    expect(change?.change?.did).toMatch(/^changed the statement of claim \d+$/);
    expect(latest).toMatchObject({ action: "reopen", note: "Changed: statement" });
  });

  test("saving what is there already changes nothing", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "approved" });
    expect(must(await updateClaim(author, editOf(claim)))).toMatchObject({
      state: "approved",
      revision: claim.revision,
    });
  });

  test("a verdict can be cleared while the claim is a draft", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "in_review" });
    expect(must(await updateClaim(author, editOf(claim, { verdict: null })))).toMatchObject({
      state: "draft",
      verdict: null,
    });
  });

  test("what was deleted comes back as it was", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    must(await deleteClaim(author, { claimId: claim.id, revision: claim.revision }));
    expect(must(await getDeskArticle(author, { articleId: claim.articleId })).claims).toEqual([]);
    const back = must(await undeleteClaim(author, { claimId: claim.id }));
    expect(back).toMatchObject({
      statement: claim.statement,
      verdict: claim.verdict,
      evidence: claim.evidence,
    });
  });

  test("drafts are stored for the person who typed them, and gone once the claim is saved", async () => {
    const article = await makeArticle();
    const other = await makePerson();
    const subject = { articleId: article.id, subject: "new" };
    must(await saveClaimDraft(article.author, { ...subject, body: { statement: "half a sen" } }));
    const drafts = async (actor: typeof other) =>
      must(await getDeskArticle(actor, { articleId: article.id })).drafts;
    expect(await drafts(article.author)).toMatchObject([
      { subject: "new", body: { statement: "half a sen" } },
    ]);
    expect(await drafts(other)).toEqual([]);
    await makeClaim({ article, author: article.author });
    expect(await drafts(article.author)).toEqual([]);
    must(await discardClaimDraft(article.author, subject));
    expect(await saveClaimDraft(article.author, { articleId: "x", subject: "new", body: {} })).toMatchObject({
      ok: false,
    });
    expect(await saveClaimDraft(article.author, { ...subject, subject: "x", body: {} })).toMatchObject({
      ok: false,
    });
  });

  test("the draft of a new claim that arrives after its claim was saved is not shown", async () => {
    const article = await makeArticle();
    const [saved, next] = [crypto.randomUUID(), crypto.randomUUID()];
    await makeClaim({ article, author: article.author, idempotencyKey: saved });
    const type = async (key: string) => {
      const body = { statement: "Trade rose.", idempotencyKey: key };
      must(await saveClaimDraft(article.author, { articleId: article.id, subject: "new", body }));
      return must(await getDeskArticle(article.author, { articleId: article.id })).drafts;
    };
    expect(await type(saved)).toEqual([]);
    expect(await type(next)).toHaveLength(1);
  });
});
