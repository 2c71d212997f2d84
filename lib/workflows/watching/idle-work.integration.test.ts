import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listWatching } from "./list-watching";
import { remindOfIdleWork } from "./remind-of-idle-work";
import { confirmFlag } from "./resolve-flag";

withTestDatabase();

/** The first of January, and days after it. The workflows that make changes read the clock; the reminders get the time. */
const day = (number: number) => new Date(Date.UTC(2031, 0, number, 9));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(day(1));
});
afterEach(() => {
  vi.useRealTimers();
});

async function setIdleDays(idleDays: number): Promise<void> {
  const administrator = await makePerson({ role: "administrator" });
  const { revision } = must(await getDeskSettings(administrator)).states.watching;
  must(
    await changeDeskSetting(administrator, { key: "watching", revision, value: { pageDays: 0, idleDays } }),
  );
}

/** An article with a lead, and a draft that is assigned to someone else. */
async function scene() {
  const [lead, assignee, author] = [await makePerson(), await makePerson(), await makePerson()];
  const article = await makeArticle({ author });
  const claim = await makeClaim({ article, author });
  must(
    await assignClaims(author, {
      articleId: article.id,
      claims: [{ claimId: claim.id, seenAssigneeId: null }],
      assigneeId: assignee.id,
    }),
  );
  const revision = await revisionOf(article.id);
  must(await assignArticle(author, { articleId: article.id, revision, leadId: lead.id }));
  return { lead, assignee, author, article, claim };
}

const remindersOf = async (person: Actor) =>
  (await listNotifications(person, {})).items.filter(({ kind }) => kind === "work-idle").length;
const idleOf = async ({ assignee }: Awaited<ReturnType<typeof scene>>) =>
  must(await listWatching(assignee, { ownerId: assignee.id, kind: "idle" })).items;

test("the owner is reminded once after seven days, and the lead once after seven more", async () => {
  const s = await scene();
  const after = async (number: number) => {
    await remindOfIdleWork(day(number));
    return [await remindersOf(s.assignee), await remindersOf(s.lead)];
  };
  expect(await after(7)).toEqual([0, 0]);
  // The lead owns the article, which is idle as well.
  expect(await after(8)).toEqual([1, 1]);
  expect(await idleOf(s)).toMatchObject([{ detail: { days: 7 } }]);
  expect(await after(14)).toEqual([1, 1]);
  expect(await after(15)).toEqual([1, 2]);
  expect(await after(40)).toEqual([1, 2]);
});

test("two instances remind once", async () => {
  const s = await scene();
  await Promise.all([remindOfIdleWork(day(8)), remindOfIdleWork(day(8))]);
  expect(await remindersOf(s.assignee)).toBe(1);
});

describe("a reminder ends", () => {
  test.each<[string, (s: Awaited<ReturnType<typeof scene>>) => Promise<unknown>]>([
    [
      "when the claim is edited",
      async ({ assignee, claim }) => {
        const now = await reloadClaim(claim);
        const input = { ...contentOfClaim(now), claimId: now.id, revision: now.revision };
        return must(await updateClaim(assignee, { ...input, statement: "Trade was a record." }));
      },
    ],
    [
      "when the claim is submitted",
      async ({ author, claim }) => {
        const { revision } = await reloadClaim(claim);
        return must(await transitionClaim(author, { claimId: claim.id, revision, action: "submit" }));
      },
    ],
  ])("%s", async (_, change) => {
    const s = await scene();
    await remindOfIdleWork(day(8));
    vi.setSystemTime(day(10));
    await change(s);
    await remindOfIdleWork(day(10));
    expect(await idleOf(s)).toEqual([]);
    await remindOfIdleWork(day(16));
    expect(await remindersOf(s.assignee)).toBe(1);
  });

  test("with “Still working on it”, and comes back after as many days", async () => {
    const s = await scene();
    await remindOfIdleWork(day(8));
    vi.setSystemTime(day(9));
    const [flag] = await idleOf(s);
    must(await confirmFlag(s.assignee, { flagId: flag?.id ?? "" }, day(9)));
    await remindOfIdleWork(day(15));
    expect(await idleOf(s)).toEqual([]);
    await remindOfIdleWork(day(16));
    expect(await idleOf(s)).toHaveLength(1);
  });
});

test("no one is reminded while the setting is off, and open reminders still end", async () => {
  const s = await scene();
  await remindOfIdleWork(day(8));
  await setIdleDays(0);
  const other = await scene();
  vi.setSystemTime(day(10));
  const { revision } = await reloadClaim(s.claim);
  must(await transitionClaim(s.author, { claimId: s.claim.id, revision, action: "submit" }));
  await remindOfIdleWork(day(60));
  expect(await idleOf(s)).toEqual([]);
  expect(await remindersOf(other.assignee)).toBe(0);
  await setIdleDays(3);
  await remindOfIdleWork(day(4));
  expect(await idleOf(other)).toHaveLength(1);
});
