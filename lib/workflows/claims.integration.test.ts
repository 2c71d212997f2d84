import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { UpdateClaimInput } from "@/lib/claims/claim-input";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { discardClaimDraft, saveClaimDraft } from "./claim-drafts";
import { createClaim } from "./create-claim";
import { deleteClaim, undeleteClaim } from "./delete-claim";
import { getDeskArticle } from "./get-desk-article";
import { listClaimHistory } from "./list-claim-history";
import { listReviewQueue } from "./list-review-queue";
import { suggestSources } from "./suggest-sources";
import { transitionClaim } from "./transition-claim";
import { updateClaim } from "./update-claim";

withTestDatabase();

/** An edit that changes nothing but what is given. */
function editOf(claim: Claim, change: Partial<UpdateClaimInput> = {}): UpdateClaimInput {
  return {
    claimId: claim.id,
    revision: claim.revision,
    statement: claim.statement,
    claimant: claim.claimant,
    claimedOn: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    verdict: claim.verdict && {
      ratingKey: claim.verdict.ratingKey,
      rationaleDoc: claim.verdict.rationaleDoc,
    },
    evidence: claim.evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
    ...change,
  };
}

describe("marking", () => {
  test("a claim keeps its words, its place and its sources", async () => {
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
    ["a selection of nothing", { anchor: { start: 5, end: 5 } }, "invalid", /Nothing is selected/],
    ["a selection of white space", { anchor: { start: 5, end: 6 } }, "invalid", /Nothing is selected/],
    ["a selection beyond the text", { anchor: { start: 5, end: 9999 } }, "invalid", /beyond the text/],
    ["words that are not there", { anchor: { exact: "$250 billion" } }, "invalid", /do not stand/],
    ["words that are there twice", { anchor: { exact: "rose" } }, "stale", /more than once/],
    ["an older version of the text", { versionId: crypto.randomUUID() }, "stale", /text has changed/],
    ["an article that is none", { articleId: "x" }, "not-found", /no such article/],
    [
      "a rationale of 100,000 characters",
      { verdict: { ratingKey: "true", rationaleDoc: rationale("x".repeat(100_000)) } },
      "invalid",
      /100,000 characters; 20,000 fit/,
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

  test("of two edits at the same time one wins and one is told", async () => {
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
    const [latest] = must(await listClaimHistory(author, { claimId: claim.id }));
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

  test("a verdict may be taken away while it is a draft", async () => {
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

  test("drafts are kept for who typed them, and gone once the claim is saved", async () => {
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
});

describe("review", () => {
  const step = (
    actor: Parameters<typeof transitionClaim>[0],
    claim: Claim,
    action: "approve" | "return" | "submit",
    note?: string,
  ) => transitionClaim(actor, { claimId: claim.id, revision: claim.revision, action, note });

  test("nobody approves a claim they wrote, whatever their role", async () => {
    for (const role of ["editor", "administrator"] as const) {
      const author = await makePerson({ role });
      const claim = await makeClaim({ author, state: "in_review" });
      expect(await step(author, claim, "approve")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    }
  });

  test("who edited last cannot approve, and a checker never", async () => {
    const editor = await makePerson();
    const draft = await makeClaim();
    const edited = must(await updateClaim(editor, editOf(draft, { statement: "Mine now." })));
    const claim = must(await step(editor, edited, "submit"));
    expect(await step(editor, claim, "approve")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await step(await makePerson({ role: "checker" }), claim, "approve")).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(must(await step(await makePerson(), claim, "approve")).state).toBe("approved");
  });

  test("a claim is returned with a note, which its author reads", async () => {
    const author = await makePerson();
    const reviewer = await makePerson();
    const claim = await makeClaim({ author, state: "in_review" });
    expect(await step(reviewer, claim, "return")).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(must(await step(reviewer, claim, "return", "Name the year.")).state).toBe("draft");
    const [latest] = must(await listClaimHistory(author, { claimId: claim.id }));
    expect(latest).toMatchObject({
      action: "return",
      note: "Name the year.",
      actor: { name: reviewer.name },
    });
  });

  test("a step on an older state is refused", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const reviewer = await makePerson();
    must(await step(reviewer, claim, "approve"));
    expect(await step(await makePerson(), claim, "approve")).toMatchObject({
      ok: false,
      error: { kind: "stale" },
    });
  });

  test("the queue tells each who may sign off", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "in_review" });
    const rowFor = async (actor: typeof author) =>
      must(await listReviewQueue(actor)).items.find((item) => item.claim.id === claim.id);
    expect(await rowFor(author)).toMatchObject({
      mayApprove: false,
      reason: expect.stringContaining("Somebody else"),
    });
    expect(await rowFor(await makePerson())).toMatchObject({
      mayApprove: true,
      submittedBy: { id: author.id },
    });
  });
});
