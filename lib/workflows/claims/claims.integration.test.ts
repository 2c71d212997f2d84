import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { UpdateClaimInput } from "@/lib/claims/claim-input";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { listReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { suggestSources } from "@/lib/workflows/sources/suggest-sources";
import { discardClaimDraft, saveClaimDraft } from "./claim-drafts";
import { confirmAnchor } from "./confirm-anchor";
import { createClaim } from "./create-claim";
import { deleteClaim, undeleteClaim } from "./delete-claim";
import { mergeClaims } from "./merge-claims";
import { splitClaim } from "./split-claim";
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

describe("review", () => {
  const step = (
    actor: Parameters<typeof transitionClaim>[0],
    claim: Claim,
    action: "approve" | "return" | "submit",
    note?: string,
  ) => transitionClaim(actor, { claimId: claim.id, revision: claim.revision, action, note });

  test("no one can approve their own claim, whatever their role", async () => {
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
      waitsFor: null,
      reason: expect.stringContaining("Someone else"),
    });
    expect(await rowFor(await makePerson())).toMatchObject({
      waitsFor: "approve",
      submittedBy: { id: author.id },
    });
  });
});

describe("splitting and merging", () => {
  const split = (actor: Actor, claim: Claim, at: number, idempotencyKey: string = crypto.randomUUID()) =>
    splitClaim(actor, {
      claimId: claim.id,
      revision: claim.revision,
      versionId: claim.anchor.versionId,
      at,
      idempotencyKey,
    });

  test("a claim is split at a position inside it, and the second part says the same", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "approved" });
    const key = crypto.randomUUID();
    const { first, second } = must(await split(author, claim, claim.anchor.start + 4, key));
    expect(first).toMatchObject({ id: claim.id, state: "draft", anchor: { exact: "$240" } });
    expect(second).toMatchObject({
      number: 2,
      state: "draft",
      statement: claim.statement,
      anchor: { exact: "billion" },
      verdict: { ratingKey: "true" },
      evidence: [{ source: { title: "Customs release" } }],
    });
    const again = must(await split(author, claim, claim.anchor.start + 4, key));
    expect(again.second.id).toBe(second.id);
  });

  test.each([
    ["before it", -1],
    ["at its beginning", 0],
    ["at its end", "$240 billion".length],
  ])("no claim is cut %s", async (_, offset) => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    expect(await split(author, claim, claim.anchor.start + offset)).toMatchObject({
      ok: false,
      error: { kind: "invalid" },
    });
    expect((await reloadClaim(claim)).revision).toBe(claim.revision);
  });

  test("two claims become one, with the words between them and the sources of both", async () => {
    const author = await makePerson();
    const article = await makeArticle({ author });
    const claim = await makeClaim({ author, article, state: "approved", tags: ["trade"] });
    const other = await makeClaim({
      author,
      article,
      anchor: { exact: "a record" },
      statement: "It was a record.",
      tags: ["record"],
      verdict: { ratingKey: "false", rationaleDoc: rationale("It was not.") },
      evidence: [
        { stance: "supports", source: { title: "Customs release", url: "https://example.org/customs" } },
        {
          stance: "refutes",
          source: { title: "Yearbook", url: `https://example.org/${crypto.randomUUID()}` },
        },
      ],
    });
    const merged = must(
      await mergeClaims(author, {
        claimId: claim.id,
        revision: claim.revision,
        otherId: other.id,
        otherRevision: other.revision,
      }),
    );
    expect(merged).toMatchObject({
      id: claim.id,
      state: "draft",
      statement: "Trade came to $240 billion. It was a record.",
      tags: ["trade", "record"],
      anchor: { exact: "$240 billion, a record" },
      verdict: { ratingKey: "true" },
    });
    expect(merged.evidence.map(({ source }) => source.title)).toEqual(["Customs release", "Yearbook"]);
    const after = must(await getDeskArticle(author, { articleId: article.id }));
    expect(after.claims.map(({ id }) => id)).toEqual([claim.id]);
    expect(must(await undeleteClaim(author, { claimId: other.id })).verdict?.ratingKey).toBe("false");
  });

  test("a claim that changed meanwhile is not merged, nor one with itself or of another article", async () => {
    const author = await makePerson();
    const [claim, foreign] = [await makeClaim({ author }), await makeClaim({ author })];
    const merge = (change: object) =>
      mergeClaims(author, {
        claimId: claim.id,
        revision: claim.revision,
        otherId: foreign.id,
        otherRevision: foreign.revision,
        ...change,
      });
    expect(await merge({})).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expect(await merge({ otherId: claim.id })).toMatchObject({ ok: false, error: { kind: "invalid" } });
    const near = await makeClaim({
      author,
      article: { id: claim.articleId, version: { id: claim.anchor.versionId } },
      anchor: { exact: "a record" },
    });
    expect(await merge({ otherId: near.id, otherRevision: near.revision + 1 })).toMatchObject({
      ok: false,
      error: { kind: "stale" },
    });
  });

  test("the person who changes a claim's text cannot approve it", async () => {
    const claim = await makeClaim();
    const mover = await makePerson();
    const moved = must(
      await confirmAnchor(mover, {
        claimId: claim.id,
        revision: claim.revision,
        versionId: claim.anchor.versionId,
        range: { start: claim.anchor.start, end: claim.anchor.end + 1 },
      }),
    );
    expect(moved.lastEditedBy.id).toBe(mover.id);
  });
});
