import pg from "pg";
import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { listApprovals } from "@/lib/db/reviews";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { castVote } from "./cast-vote";
import { getBallot } from "./get-ballot";
import { listReviewQueue } from "./list-review-queue";
import { raiseApprovals } from "./raise-approvals";
import { settleDispute } from "./settle-dispute";
import { transitionClaim } from "./transition-claim";

withTestDatabase();

/** A claim proposed as true, in review, which as many as given have to sign off. */
async function inReview(required: number) {
  const author = await makePerson({ name: "Ada Author" });
  const article = await makeArticle({ author });
  if (required > 1)
    must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: required }));
  const claim = await makeClaim({ author, article, state: "in_review" });
  return { author, article, claim };
}

const vote = (by: Actor, { id, contentRevision }: Claim, ratingKey: string, note?: string) =>
  castVote(by, { claimId: id, contentRevision, ratingKey, note });

const settle = (by: Actor, { id, revision }: Claim, ratingKey: string, note: string) =>
  settleDispute(by, { claimId: id, revision, ratingKey, note });

async function query(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe("voting", () => {
  test("when all votes are the proposed verdict, the claim is approved by all who voted", async () => {
    const { claim } = await inReview(2);
    const [bea, cem] = [await makePerson({ name: "Bea" }), await makePerson({ name: "Cem" })];
    expect(must(await vote(bea, claim, "true")).claim).toMatchObject({
      state: "in_review",
      voting: { required: 2, voted: 1 },
    });
    expect(must(await vote(cem, claim, "true")).claim.state).toBe("approved");
    expect((await listApprovals([claim.id])).map(({ actor }) => actor.name)).toEqual(["Bea", "Cem"]);
  });

  test("two who vote at once: both count, and the claim moves once", async () => {
    for (const last of ["true", "false"]) {
      const { claim } = await inReview(2);
      const voters = [await makePerson(), await makePerson()];
      const results = await Promise.all(
        voters.map((voter, index) => vote(voter, claim, index === 0 ? "true" : last)),
      );
      for (const result of results) must(result);
      const state = last === "true" ? "approved" : "disputed";
      expect(await reloadClaim(claim)).toMatchObject({
        state,
        voting: { voted: 2 },
        revision: claim.revision + 1,
      });
      const moves = await query(`SELECT "toState" FROM "Review" WHERE "claimId" = $1 AND "action" = 'vote'`, [
        claim.id,
      ]);
      expect(moves).toEqual([{ toState: state }]);
    }
  });

  test("more votes than required at the same time: the first two decide, the others are refused", async () => {
    const { claim } = await inReview(2);
    const voters = [await makePerson(), await makePerson(), await makePerson(), await makePerson()];
    const results = await Promise.all(voters.map((voter) => vote(voter, claim, "true")));
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(await reloadClaim(claim)).toMatchObject({ state: "approved", voting: { voted: 2 } });
  });

  test("the same vote sent twice is one, another one is refused", async () => {
    const { claim } = await inReview(2);
    const bea = await makePerson();
    must(await vote(bea, claim, "true", "Customs."));
    expect(must(await vote(bea, claim, "true", "Customs.")).ballot.voted).toBe(1);
    expect(await vote(bea, claim, "false")).toMatchObject({
      error: { message: expect.stringContaining("You have voted") },
    });
  });

  test.each<[string, (input: Awaited<ReturnType<typeof inReview>>) => Promise<unknown>, string]>([
    ["by its author", ({ author, claim }) => vote(author, claim, "true"), "forbidden"],
    [
      "by a checker",
      async ({ claim }) => vote(await makePerson({ role: "checker" }), claim, "true"),
      "forbidden",
    ],
    ["for a rating of no scale", async ({ claim }) => vote(await makePerson(), claim, "so-so"), "invalid"],
    [
      "on content that was changed",
      async ({ author, claim }) => {
        must(
          await updateClaim(author, {
            ...contentOfClaim(claim),
            claimId: claim.id,
            revision: claim.revision,
            statement: "New.",
          }),
        );
        return vote(await makePerson(), claim, "true");
      },
      "stale",
    ],
  ])("a vote %s is refused", async (_, attempt, kind) => {
    expect(await attempt(await inReview(2))).toMatchObject({ ok: false, error: { kind } });
  });

  test("no one can approve without the vote", async () => {
    const { claim } = await inReview(2);
    expect(
      await transitionClaim(await makePerson(), {
        claimId: claim.id,
        revision: claim.revision,
        action: "approve",
      }),
    ).toMatchObject({ ok: false, error: { message: expect.stringContaining("Vote") } });
  });

  test("votes on older content, and those of a round that was taken back, do not count", async () => {
    const { author, claim } = await inReview(2);
    const [bea, cem] = [await makePerson(), await makePerson()];
    must(await vote(bea, claim, "true"));
    const now = await reloadClaim(claim);
    const step = async (by: Actor, action: "withdraw" | "submit") => {
      const { revision } = await reloadClaim(claim);
      return must(await transitionClaim(by, { claimId: claim.id, revision, action }));
    };
    await step(author, "withdraw");
    const again = await step(author, "submit");
    expect(again.contentRevision).toBeGreaterThan(now.contentRevision);
    expect(again.voting.voted).toBe(0);
    expect(must(await vote(cem, again, "true")).claim.state).toBe("in_review");
    expect(must(await getBallot(bea, { claimId: claim.id }))).toMatchObject({ mine: null, votes: null });
    expect(must(await vote(bea, again, "true")).claim.state).toBe("approved");
  });
});

test("no vote shows before its time: not in the ballot, the article, the queue, the history or the log", async () => {
  const { author, article, claim } = await inReview(2);
  const [bea, cem] = [await makePerson(), await makePerson()];
  must(await vote(bea, claim, "needs-context", "SECRET-NOTE"));
  const secret = /needs-context|Needs context|SECRET-NOTE/;
  for (const viewer of [author, cem]) {
    const { scale: _, ...shown } = must(await getDeskArticle(viewer, { articleId: article.id }));
    const { items } = must(await listReviewQueue(viewer));
    const all = [
      shown,
      items.filter((item) => item.claim.id === claim.id),
      must(await getBallot(viewer, { claimId: claim.id })),
      must(await listClaimHistory(viewer, { claimId: claim.id })),
      await query(`SELECT * FROM "AuditEvent" WHERE "articleId" = $1`, [article.id]),
      await query(`SELECT * FROM "Review" WHERE "claimId" = $1`, [claim.id]),
    ];
    for (const each of all) {
      const said = JSON.stringify(each, (_key, value) => (typeof value === "bigint" ? String(value) : value));
      expect(said).toMatch(/./);
      expect(said).not.toMatch(secret);
    }
  }
  expect(must(await getBallot(author, { claimId: claim.id }))).toEqual({
    required: 2,
    voted: 1,
    needsStaff: false,
    mine: null,
    votes: null,
  });
  const seen = must(await vote(cem, claim, "true")).ballot;
  expect(seen.votes?.map(({ rating }) => rating.key)).toEqual(["needs-context", "true"]);
  expect(must(await getBallot(author, { claimId: claim.id })).votes).toHaveLength(2);
  expect(JSON.stringify(must(await listClaimHistory(author, { claimId: claim.id })))).toMatch(secret);
});

describe("a split claim", () => {
  async function split() {
    const made = await inReview(2);
    const [bea, cem] = [await makePerson({ name: "Bea" }), await makePerson({ name: "Cem" })];
    must(await vote(bea, made.claim, "true"));
    const { claim } = must(await vote(cem, made.claim, "false", "Not so."));
    expect(claim.state).toBe("disputed");
    return { ...made, claim, bea, cem };
  }

  test("keeps the article from being published", async () => {
    const { article, bea } = await split();
    expect(
      await publishArticle(bea, { articleId: article.id, revision: await revisionOf(article.id) }),
    ).toMatchObject({ error: { message: expect.stringContaining("votes on claim 1 differ") } });
  });

  test.each([
    ["for what was proposed", "true", ["Bea", "Dov"]],
    ["for another rating, which becomes its verdict", "false", ["Cem", "Dov"]],
  ])("is resolved %s, and who agreed and dissented stays on record", async (_, ratingKey, approvers) => {
    const { claim } = await split();
    const dov = await makePerson({ name: "Dov" });
    const settled = must(await settle(dov, claim, ratingKey, "The second count is the official one."));
    expect(settled).toMatchObject({
      state: "approved",
      verdict: { ratingKey, rationaleText: "Customs say so." },
    });
    expect((await listApprovals([claim.id])).map(({ actor }) => actor.name)).toEqual(approvers);
    const [event] = await query(
      `SELECT "to" FROM "AuditEvent" WHERE "targetId" = $1 AND "action" = 'claim.settle'`,
      [claim.id],
    );
    const names = (votes: { name: string }[]) => votes.map(({ name }) => name);
    expect([names(event.to.agreed), names(event.to.dissented)]).toEqual(
      ratingKey === "true" ? [["Bea"], ["Cem"]] : [["Cem"], ["Bea"]],
    );
  });

  test("is not resolved without a note, by its author, by a checker, or twice", async () => {
    const { author, claim } = await split();
    const dov = await makePerson();
    expect(await settle(dov, claim, "true", " ")).toMatchObject({ error: { kind: "invalid" } });
    expect(await settle(author, claim, "true", "Mine.")).toMatchObject({ error: { kind: "forbidden" } });
    const checker = await makePerson({ role: "checker" });
    expect(await settle(checker, claim, "true", "Mine.")).toMatchObject({ error: { kind: "forbidden" } });
    const both = await Promise.all([dov, await makePerson()].map((by) => settle(by, claim, "true", "Why.")));
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
  });

  test("may be returned with a note instead", async () => {
    const { claim } = await split();
    const dov = await makePerson();
    const give = (note: string) =>
      transitionClaim(dov, { claimId: claim.id, revision: claim.revision, action: "return", note });
    expect(await give("")).toMatchObject({ error: { kind: "invalid" } });
    expect(must(await give("Name the year.")).state).toBe("draft");
  });
});

describe("raising the number of approvals", () => {
  test("sends signed claims to more reviewers, in a round of its own", async () => {
    const { author, article } = await inReview(1);
    const claim = await makeClaim({ author, article, state: "approved" });
    const raise = async (by: Actor, requiredApprovals: number) =>
      raiseApprovals(by, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        requiredApprovals,
      });
    must(await raise(author, 2));
    const now = await reloadClaim(claim);
    expect(now).toMatchObject({ state: "in_review", voting: { required: 2, voted: 0 } });
    expect(await listApprovals([claim.id])).toEqual([]);
    const [bea, cem] = [await makePerson(), await makePerson()];
    must(await vote(bea, now, "true"));
    expect(must(await vote(cem, now, "true")).claim.state).toBe("approved");
    must(await raise(author, 3));
    expect((await reloadClaim(claim)).voting).toEqual({ required: 3, voted: 0 });
    expect(await raise(author, 2)).toMatchObject({ error: { kind: "invalid" } });
    expect(await raise(author, 6)).toMatchObject({ error: { kind: "invalid" } });
    expect(await raise(await makePerson({ role: "checker" }), 4)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});

describe("raising the number of approvals while a claim is deleted", () => {
  test("binds it too, when it is brought back", async () => {
    const { author, article } = await inReview(1);
    const claim = await makeClaim({ author, article, state: "approved" });
    const { id: claimId, revision } = claim;
    must(await deleteClaim(author, { claimId, revision }));
    must(
      await raiseApprovals(author, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        requiredApprovals: 2,
      }),
    );
    expect(must(await undeleteClaim(author, { claimId }))).toMatchObject({
      state: "in_review",
      voting: { required: 2, voted: 0 },
    });
  });
});

describe("publication", () => {
  test("what readers see is published; a change reopens it and says what, and the publication stays", async () => {
    const author = await makePerson();
    const article = await makeArticle({ author });
    const claim = await makeClaim({ author, article, state: "approved" });
    const editor = await makePerson();
    const publish = async () =>
      publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) });
    must(await publish());
    const published = await reloadClaim(claim);
    expect(published).toMatchObject({ state: "published", reopened: null });
    const page = must(await getDeskArticle(author, { articleId: article.id }));
    expect(page.article.hasUnpublishedChanges).toBe(false);
    const edited = must(
      await updateClaim(author, {
        ...contentOfClaim(published),
        claimId: claim.id,
        revision: published.revision,
        claimant: "The ministry",
        verdict: { ratingKey: "false", rationaleDoc: rationale("A new count.") },
      }),
    );
    expect(edited).toMatchObject({
      state: "draft",
      reopened: { fields: ["claimant", "verdict"], by: { id: author.id } },
    });
    const after = must(await getDeskArticle(author, { articleId: article.id }));
    expect(after.article).toMatchObject({ status: "published", hasUnpublishedChanges: true });
    const submitted = must(
      await transitionClaim(author, { claimId: claim.id, revision: edited.revision, action: "submit" }),
    );
    expect(submitted.reopened).not.toBeNull();
    const approved = must(
      await transitionClaim(editor, { claimId: claim.id, revision: submitted.revision, action: "approve" }),
    );
    expect(approved).toMatchObject({ state: "approved", reopened: null });
  });
});

describe("Postgres itself refuses", () => {
  test.each([
    ["a vote that is changed", `UPDATE "Vote" SET "note" = 'x'`],
    ["a vote that is deleted", `DELETE FROM "Vote"`],
    ["all of them", `TRUNCATE "Vote"`],
    ["a way past the votes", `UPDATE "Claim" SET "state" = 'approved' WHERE "state" = 'in_review'`],
    ["a way past approval", `UPDATE "Claim" SET "state" = 'published' WHERE "state" = 'in_review'`],
    [
      "a vote of the author",
      `INSERT INTO "Vote" ("id", "claimId", "contentRevision", "voterId", "ratingId")
       SELECT gen_random_uuid(), c."id", c."contentRevision", c."createdById", v."ratingId"
       FROM "Claim" c JOIN "Verdict" v ON v."id" = c."currentVerdictId" WHERE c."state" = 'in_review'`,
    ],
    [
      "a vote on older content",
      `INSERT INTO "Vote" ("id", "claimId", "contentRevision", "voterId", "ratingId")
       SELECT gen_random_uuid(), o."claimId", o."contentRevision" + 7, o."voterId", o."ratingId" FROM "Vote" o`,
    ],
    [
      "a second vote of the same person",
      `INSERT INTO "Vote" ("id", "claimId", "contentRevision", "voterId", "ratingId")
       SELECT gen_random_uuid(), o."claimId", o."contentRevision", o."voterId", o."ratingId" FROM "Vote" o
       JOIN "Claim" c ON c."id" = o."claimId" AND c."state" = 'in_review' AND c."contentRevision" = o."contentRevision"`,
    ],
    [
      "a return without a note",
      `INSERT INTO "Review" ("id", "claimId", "action", "fromState", "toState", "contentRevision", "actorId")
       SELECT gen_random_uuid(), "id", 'return', 'in_review', 'draft', 1, "createdById" FROM "Claim"`,
    ],
  ])("%s", async (_, sql) => {
    const { claim } = await inReview(2);
    must(await vote(await makePerson(), claim, "true"));
    await expect(query(sql)).rejects.toThrow(
      /never change|violates|must be|nobody votes|cannot go|needs \d votes/,
    );
  });
});
