import { describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { listAuditEvents } from "@/lib/db/audit-events";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import {
  makeArticle,
  makeClaim,
  makeGuest,
  makePerson,
  must,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { flagDueReviews } from "./flag-due-reviews";
import { countWatching, listWatching, loadWatch } from "./list-watching";
import { confirmFlag, reopenFlagged } from "./resolve-flag";
import { setReviewDate } from "./set-review-date";

withTestDatabase();

/** Noon of a day in December 2026, in UTC. */
const noon = (day: number) => new Date(Date.UTC(2026, 11, day, 12));
const REASON = "New figures in December";

/** An approved claim that is to be reviewed on 3 December. */
async function scene() {
  const author = await makePerson();
  const article = await makeArticle({ author });
  const claim = await makeClaim({ article, author, state: "approved" });
  must(
    await setReviewDate(
      author,
      { articleId: article.id, claimId: claim.id, on: "2026-12-03", reason: REASON },
      noon(1),
    ),
  );
  return { author, article, claim };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const flagsOf = async ({ author, article, claim }: Scene) =>
  must(await loadWatch(author, { articleId: article.id, claimId: claim.id })).flags;
const notified = async (person: Actor) => (await listNotifications(person, {})).items.map(({ kind }) => kind);
const actionsOf = async ({ claim }: Scene) =>
  (await listAuditEvents({ target: { type: "claim", id: claim.id } }, 50)).events.map(({ action }) => action);

test("a claim is flagged on its day, once, and the author of its verdict is notified once", async () => {
  const s = await scene();
  await flagDueReviews(noon(2));
  expect(await flagsOf(s)).toEqual([]);
  await flagDueReviews(noon(3));
  await flagDueReviews(noon(4));
  expect(await flagsOf(s)).toMatchObject([
    { kind: "review_due", owner: { id: s.author.id }, detail: { reviewOn: "2026-12-03", reason: REASON } },
  ]);
  expect((await notified(s.author)).filter((kind) => kind === "review-due")).toHaveLength(1);
  expect(await countWatching(s.author)).toBe(1);
  expect((await actionsOf(s)).slice(0, 2)).toEqual(["claim.flag", "claim.set-review-date"]);
});

test("two instances flag it once", async () => {
  const s = await scene();
  await Promise.all([flagDueReviews(noon(3)), flagDueReviews(noon(3))]);
  expect(await flagsOf(s)).toHaveLength(1);
});

describe("who is notified", () => {
  test("the assignee before the author of the verdict", async () => {
    const s = await scene();
    const assignee = await makePerson();
    must(
      await assignClaims(s.author, {
        articleId: s.article.id,
        claims: [{ claimId: s.claim.id, seenAssigneeId: null }],
        assigneeId: assignee.id,
      }),
    );
    await flagDueReviews(noon(3));
    expect(await notified(assignee)).toContain("review-due");
    expect(await notified(s.author)).not.toContain("review-due");
  });

  test("a new assignee gets what is flagged already", async () => {
    const s = await scene();
    const assignee = await makePerson();
    await flagDueReviews(noon(3));
    must(
      await assignClaims(s.author, {
        articleId: s.article.id,
        claims: [{ claimId: s.claim.id, seenAssigneeId: null }],
        assigneeId: assignee.id,
      }),
    );
    expect([await countWatching(s.author), await countWatching(assignee)]).toEqual([0, 1]);
  });

  test("the lead for the article as a whole", async () => {
    const s = await scene();
    const lead = await makePerson();
    const revision = await revisionOf(s.article.id);
    must(await assignArticle(s.author, { articleId: s.article.id, revision, leadId: lead.id }));
    must(
      await setReviewDate(
        s.author,
        { articleId: s.article.id, claimId: null, on: "2026-12-03", reason: REASON },
        noon(1),
      ),
    );
    await flagDueReviews(noon(3));
    expect(await notified(lead)).toContain("review-due");
    const watch = must(await loadWatch(lead, { articleId: s.article.id, claimId: null }));
    expect(watch.flags).toMatchObject([{ kind: "review_due", claim: null, owner: { id: lead.id } }]);
    must(await confirmFlag(lead, { flagId: watch.flags[0]?.id ?? "", note: "Read it all." }, noon(3)));
    expect(await countWatching(lead)).toBe(0);
  });
});

describe("reviewing it", () => {
  test("“Still right” needs a note, and sets the next date", async () => {
    const s = await scene();
    await flagDueReviews(noon(3));
    const flagId = (await flagsOf(s))[0]?.id ?? "";
    expect(await confirmFlag(s.author, { flagId, note: " " })).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { note: ["Enter what you checked."] } },
    });
    must(await confirmFlag(s.author, { flagId, note: "Same figures.", nextOn: "2026-12-10" }, noon(3)));
    expect(await flagsOf(s)).toEqual([]);
    expect((await reloadClaim(s.claim)).state).toBe("approved");
    const watch = must(await loadWatch(s.author, { articleId: s.article.id, claimId: s.claim.id }));
    expect(watch.reviewDate).toMatchObject({ on: "2026-12-10", reason: REASON });
    await flagDueReviews(noon(9));
    expect(await flagsOf(s)).toEqual([]);
    await flagDueReviews(noon(10));
    expect(await flagsOf(s)).toHaveLength(1);
    expect(await confirmFlag(await makePerson(), { flagId, note: "Me too." })).toMatchObject({
      ok: false,
      error: { kind: "stale", message: expect.stringContaining(s.author.name) },
    });
  });

  test("another verdict resolves it", async () => {
    const s = await scene();
    await flagDueReviews(noon(3));
    const now = await reloadClaim(s.claim);
    const content = contentOfClaim(now);
    const at = { claimId: now.id, revision: now.revision };
    const statement = must(
      await updateClaim(s.author, { ...content, ...at, statement: "Trade was $240 billion." }),
    );
    expect(await flagsOf(s)).toHaveLength(1);
    must(
      await updateClaim(s.author, {
        ...contentOfClaim(statement),
        claimId: now.id,
        revision: statement.revision,
        verdict: { ratingKey: "false", rationaleDoc: rationale("The figures were revised.") },
      }),
    );
    expect(await flagsOf(s)).toEqual([]);
    expect((await actionsOf(s))[0]).toBe("claim.resolve-flag");
  });

  test("reopening sends the claim back to draft", async () => {
    const s = await scene();
    await flagDueReviews(noon(3));
    must(await reopenFlagged(s.author, { flagId: (await flagsOf(s))[0]?.id ?? "", note: "Revised." }));
    expect((await reloadClaim(s.claim)).state).toBe("draft");
    expect(await flagsOf(s)).toEqual([]);
  });

  test("another date in the meantime withdraws it", async () => {
    const s = await scene();
    await flagDueReviews(noon(3));
    must(
      await setReviewDate(
        s.author,
        { articleId: s.article.id, claimId: s.claim.id, on: "2027-01-01", reason: "Later" },
        noon(3),
      ),
    );
    expect(await flagsOf(s)).toEqual([]);
    const watch = must(await loadWatch(s.author, { articleId: s.article.id, claimId: s.claim.id }));
    expect(watch.reviewDate?.on).toBe("2027-01-01");
  });

  test("a deleted claim is not listed, and is again when it comes back", async () => {
    const s = await scene();
    await flagDueReviews(noon(3));
    const { revision } = await reloadClaim(s.claim);
    must(await deleteClaim(s.author, { claimId: s.claim.id, revision }));
    expect(await countWatching(s.author)).toBe(0);
    must(await undeleteClaim(s.author, { claimId: s.claim.id }));
    expect(must(await listWatching(s.author, { ownerId: s.author.id })).total).toBe(1);
  });
});

test.each([
  [
    "a day that is past",
    { on: "2026-11-30", reason: REASON },
    "This day is in the past. Choose a later one.",
  ],
  ["no reason", { on: "2026-12-24", reason: "  " }, "Enter why it is to be reviewed."],
  ["a day that does not exist", { on: "2026-02-30", reason: REASON }, expect.stringContaining("not a date")],
])("refused: %s", async (_, input, message) => {
  const { author, article, claim } = await scene();
  const at = { articleId: article.id, claimId: claim.id };
  expect(await setReviewDate(author, { ...at, ...input }, noon(1))).toMatchObject({
    ok: false,
    error: { kind: "invalid", message },
  });
});

test("pages of the list follow each other, with filters", async () => {
  const author = await makePerson();
  const article = await makeArticle({ author });
  for (let index = 0; index < 3; index++) {
    const claim = await makeClaim({ article, author });
    must(
      await setReviewDate(
        author,
        { articleId: article.id, claimId: claim.id, on: "2026-12-03", reason: REASON },
        noon(1),
      ),
    );
  }
  await flagDueReviews(noon(3));
  const mine = must(await listWatching(author, { ownerId: author.id }));
  expect(mine.items.map(({ claim }) => claim?.number).sort()).toEqual([1, 2, 3]);
  expect(mine.owners.map(({ id }) => id)).toContain(author.id);
  const rest = must(await listWatching(author, { ownerId: author.id, cursor: mine.items[0]?.id }));
  expect(rest.items.map(({ id }) => id)).toEqual(mine.items.slice(1).map(({ id }) => id));
  expect(must(await listWatching(author, { ownerId: author.id, kind: "idle" })).total).toBe(0);
  // One notification for the three of them.
  expect((await notified(author)).filter((kind) => kind === "review-due")).toHaveLength(1);
});

test("guests see and change nothing of it", async () => {
  const s = await scene();
  await flagDueReviews(noon(3));
  const flagId = (await flagsOf(s))[0]?.id ?? "";
  const guest = await makeGuest(s.article, s.author);
  const at = { articleId: s.article.id, claimId: s.claim.id };
  expect(await countWatching(guest)).toBe(0);
  for (const refused of [
    await loadWatch(guest, at),
    await listWatching(guest, {}),
    await setReviewDate(guest, { ...at, on: null }),
    await confirmFlag(guest, { flagId, note: "Fine." }),
    await reopenFlagged(guest, { flagId }),
  ])
    expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
});
