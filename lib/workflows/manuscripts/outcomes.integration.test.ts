import { describe, expect, test } from "vitest";
import { EMPTY_QUERY } from "@/lib/board/board-query";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { ClaimContentInput } from "@/lib/claims/claim-input";
import { findArticle } from "@/lib/db/articles";
import { listAuditEvents } from "@/lib/db/audit-events";
import {
  makeArticle,
  makeClaim,
  makeManuscript,
  makePerson,
  must,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listBoard } from "@/lib/workflows/articles/list-board";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { schedulePublication } from "@/lib/workflows/publication/schedule-publication";
import { castVote } from "@/lib/workflows/review/cast-vote";
import { countReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { changePurpose } from "./change-purpose";
import { getCheckBox } from "./get-check-box";

withTestDatabase();

type Outcome = ClaimContentInput["outcome"];
const STANDS: Outcome = { kind: "stands", note: "Customs say so." };
const CHANGE: Outcome = { kind: "change", wording: "$204 billion" };
const QUERY: Outcome = { kind: "query", question: "Who counted?" };

/** A manuscript with one claim. */
async function setUp(outcome: Outcome = undefined) {
  const author = await makePerson();
  const article = await makeManuscript({ author });
  const claim = await makeClaim({ article, author, verdict: null, outcome });
  return { author, article, claim };
}

async function judge(
  claim: { id: string },
  outcome: Outcome,
  actor?: Awaited<ReturnType<typeof makePerson>>,
) {
  const now = await reloadClaim(claim);
  return updateClaim(actor ?? (await makePerson()), {
    ...contentOfClaim(now),
    outcome,
    claimId: now.id,
    revision: now.revision,
  });
}

async function step(claim: { id: string }, action: "submit" | "approve" | "reopen", actor = makePerson()) {
  const { revision } = await reloadClaim(claim);
  return transitionClaim(await actor, { claimId: claim.id, revision, action });
}

describe("the outcome of a claim", () => {
  test.each([
    ["stands", STANDS],
    ["change", CHANGE],
    ["query", QUERY],
  ])("is stored with a new claim: %s", async (kind, outcome) => {
    const { claim, author } = await setUp(outcome);
    expect(claim).toMatchObject({
      purpose: "manuscript",
      verdict: null,
      outcome: { ...outcome, kind, decided: null, answers: [], givenBy: { id: author.id } },
    });
  });

  test("is a new row each time, and no row changes", async () => {
    const { claim } = await setUp(QUERY);
    must(await judge(claim, STANDS));
    const rows = await runSql(
      `SELECT "id", "kind" FROM "ClaimOutcome" WHERE "claimId" = $1 ORDER BY "givenAt"`,
      claim.id,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["query", "stands"]);
    await expect(
      runSql(`UPDATE "ClaimOutcome" SET "note" = 'x' WHERE "id" = $1`, rows[0]?.id),
    ).rejects.toThrow();
    await expect(runSql(`DELETE FROM "ClaimOutcome" WHERE "id" = $1`, rows[0]?.id)).rejects.toThrow();
  });

  test("stays where an edit says nothing of it, and is in the log where it changes", async () => {
    const { claim, author } = await setUp(STANDS);
    const { outcome: _, ...content } = contentOfClaim(claim);
    const edited = must(
      await updateClaim(author, {
        ...content,
        statement: "New.",
        claimId: claim.id,
        revision: claim.revision,
      }),
    );
    expect(edited.outcome?.kind).toBe("stands");
    must(await judge(claim, QUERY));
    const { events } = await listAuditEvents({}, 1);
    expect(events[0]).toMatchObject({
      action: "claim.edit",
      from: { outcome: { kind: "stands", note: "Customs say so." } },
      to: { outcome: { kind: "query", question: "Who counted?" } },
    });
  });

  test.each<[string, Outcome, string]>([
    ["the words that are there", { kind: "change", wording: "$240 billion" }, "outcome.wording"],
    ["no question", { kind: "query", question: " " }, "outcome.question"],
  ])("is refused with %s", async (_, outcome, field) => {
    const { claim } = await setUp();
    expect(await judge(claim, outcome)).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  test("is refused for a wording of several paragraphs", async () => {
    const author = await makePerson();
    const article = await makeManuscript({ author });
    const anchor = { exact: "a record.\nThen it fell." };
    const claim = await makeClaim({ article, author, verdict: null, anchor });
    expect(await judge(claim, { kind: "change", wording: "a record." })).toMatchObject({ ok: false });
  });

  test("is refused in an article that is not a manuscript", async () => {
    const claim = await makeClaim();
    expect(await judge(claim, STANDS)).toMatchObject({
      ok: false,
      error: { fields: { "outcome.kind": [expect.any(String)] } },
    });
  });

  test("stands against a suggested wording only with a reason, which is then its decline", async () => {
    const { claim } = await setUp(CHANGE);
    expect(await judge(claim, { kind: "stands" })).toMatchObject({
      ok: false,
      error: { fields: { "outcome.note": [expect.any(String)] } },
    });
    const decider = await makePerson();
    const declined = must(await judge(claim, { kind: "stands", note: "The report says 240." }, decider));
    expect(declined.outcome?.decided).toEqual({
      decision: "declined",
      by: { id: decider.id, name: decider.name },
    });
  });
});

describe("the review of a manuscript", () => {
  test.each<[string, Outcome, string]>([
    ["no outcome", undefined, "Choose an outcome."],
    ["an open wording", CHANGE, "Accept or decline the suggested wording."],
    ["an open query", QUERY, "The query to the author is open. Choose another outcome once it is answered."],
  ])("does not begin with %s", async (_, outcome, message) => {
    const { claim, author } = await setUp(outcome);
    expect(await step(claim, "submit", Promise.resolve(author))).toMatchObject({
      ok: false,
      error: { fields: { "outcome.kind": [message] } },
    });
    await expect(
      runSql(`UPDATE "Claim" SET "state" = 'in_review' WHERE "id" = $1`, claim.id),
    ).rejects.toThrow();
  });

  test("takes one approval by someone else, whatever the desk requires of ratings, and needs no rating", async () => {
    const { claim, author, article } = await setUp(STANDS);
    await runSql(`UPDATE "Article" SET "requiredApprovals" = 3 WHERE "id" = $1`, article.id);
    must(await step(claim, "submit", Promise.resolve(author)));
    expect((await reloadClaim(claim)).voting.required).toBe(1);
    expect(await step(claim, "approve", Promise.resolve(author))).toMatchObject({ ok: false });
    expect(must(await step(claim, "approve")).state).toBe("approved");
  });

  test("is counted for those who did not judge the claim", async () => {
    const { claim, author } = await setUp(STANDS);
    const other = await makePerson();
    const before = await countReviewQueue(other);
    must(await step(claim, "submit", Promise.resolve(author)));
    expect(await countReviewQueue(other)).toBe(before + 1);
  });

  test("has no votes, and no number of approvals to raise", async () => {
    const { claim, author, article } = await setUp(STANDS);
    must(await step(claim, "submit", Promise.resolve(author)));
    const { contentRevision } = await reloadClaim(claim);
    const voter = await makePerson();
    expect(
      await castVote(voter, { claimId: claim.id, contentRevision, ratingKey: "true", note: "" }),
    ).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(
      await raiseApprovals(voter, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        requiredApprovals: 5,
      }),
    ).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  test("begins again when the outcome of a signed claim changes", async () => {
    const { claim, author } = await setUp(STANDS);
    must(await step(claim, "submit", Promise.resolve(author)));
    must(await step(claim, "approve"));
    expect(must(await judge(claim, QUERY))).toMatchObject({
      state: "draft",
      reopened: { fields: ["outcome"] },
    });
  });

  test("ends with a box that counts, once all is signed off", async () => {
    const { claim, author, article } = await setUp(STANDS);
    const reader = await makePerson();
    expect(must(await getCheckBox(reader, { articleId: article.id }))).toMatchObject({ box: null, open: 1 });
    must(await step(claim, "submit", Promise.resolve(author)));
    const second = await makePerson({ name: "Bo <Check>" });
    must(await step(claim, "approve", Promise.resolve(second)));
    const { box } = must(await getCheckBox(reader, { articleId: article.id }));
    expect(box?.html).toContain("1 statement was checked against 1 source before publication.");
    expect(box?.html).toContain("Bo &lt;Check&gt;");
    expect(box?.html).toContain(author.name);
  });
});

describe("the purpose of an article", () => {
  const change = async (actor: Awaited<ReturnType<typeof makePerson>>, articleId: string, purpose: string) =>
    changePurpose(actor, {
      articleId,
      revision: await revisionOf(articleId),
      purpose: purpose as "manuscript",
    });

  test("is a published text unless something else is chosen", async () => {
    const article = await makeArticle();
    expect((await findArticle(article.id))?.purpose).toBe("published_text");
  });

  test("can be filtered by on the board, which counts open queries", async () => {
    const { article, author } = await setUp(QUERY);
    const plain = await makeArticle();
    const listed = async (purpose: "manuscript" | "published_text") =>
      must(await listBoard(author, { query: { ...EMPTY_QUERY, purpose }, page: 0 })).items;
    const manuscripts = await listed("manuscript");
    expect(manuscripts.find(({ id }) => id === article.id)).toMatchObject({ queries: 1 });
    expect(manuscripts.every(({ purpose }) => purpose === "manuscript")).toBe(true);
    const ids = (await listed("published_text")).map(({ id }) => id);
    expect(ids).toContain(plain.id);
    expect(ids).not.toContain(article.id);
  });

  test("a manuscript is neither published nor scheduled", async () => {
    const { claim, author, article } = await setUp(STANDS);
    must(await step(claim, "submit", Promise.resolve(author)));
    must(await step(claim, "approve"));
    const input = { articleId: article.id, revision: await revisionOf(article.id) };
    const at = new Date(Date.now() + 86_400_000).toISOString();
    const refused = { ok: false, error: { kind: "invalid", message: expect.stringContaining("manuscript") } };
    expect(await publishArticle(author, input)).toMatchObject(refused);
    expect(await schedulePublication(author, { ...input, at })).toMatchObject(refused);
  });

  test("a manuscript becomes a public fact-check: signed claims go back to draft and need verdicts", async () => {
    const { claim, author, article } = await setUp(STANDS);
    must(await step(claim, "submit", Promise.resolve(author)));
    must(await step(claim, "approve"));
    expect(must(await change(author, article.id, "published_text")).purpose).toBe("published_text");
    expect(await reloadClaim(claim)).toMatchObject({
      purpose: "published_text",
      state: "draft",
      outcome: { kind: "stands" },
    });
    expect(await step(claim, "submit", Promise.resolve(author))).toMatchObject({
      ok: false,
      error: { fields: { "verdict.ratingKey": ["Choose a verdict."] } },
    });
  });

  test("a published article stays one", async () => {
    const claim = await makeClaim({ state: "approved" });
    const editor = await makePerson();
    const input = { articleId: claim.articleId, revision: await revisionOf(claim.articleId) };
    must(await publishArticle(editor, input));
    expect(await change(editor, claim.articleId, "manuscript")).toMatchObject({ ok: false });
    await expect(
      runSql(`UPDATE "Article" SET "purpose" = 'manuscript' WHERE "id" = $1`, claim.articleId),
    ).rejects.toThrow();
  });

  test("is not for checkers to change", async () => {
    const { article } = await setUp();
    expect(await change(await makePerson({ role: "checker" }), article.id, "published_text")).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });
});
