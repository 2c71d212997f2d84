import { expect, it } from "vitest";
import type { LiveEvent } from "@/lib/live/live-event";
import { buildClaim } from "@/lib/testing/builders";
import { OwnWrites } from "./own-writes";

const event = (overrides: Partial<LiveEvent> = {}): LiveEvent => ({
  seq: 1,
  articleId: "article-1",
  targetType: "claim",
  targetId: "claim-1",
  otherId: null,
  action: "claim.edit",
  actorId: "ada",
  revision: 3,
  ...overrides,
});

/** A page on which Ada changed claim 1 to revision 3 and deleted claim 2. */
function page(): OwnWrites {
  const own = new OwnWrites();
  own.note({ kind: "claim", claim: { ...buildClaim(), id: "claim-1", revision: 3 } });
  own.note({ kind: "deleted", claimId: "claim-2" });
  return own;
}

it.each<[what: string, event: Partial<LiveEvent>, isOwn: boolean]>([
  ["the change that the page made", {}, true],
  ["the claim that it deleted", { targetId: "claim-2", action: "claim.delete", revision: 7 }, true],
  ["another claim", { targetId: "claim-3" }, false],
  ["a later change of the claim", { revision: 4 }, false],
  ["the same person's assignment, which has no revision of its own", { action: "claim.assign" }, false],
  ["another person's change", { actorId: "ben" }, false],
  ["a vote, whose voter is not disclosed", { action: "claim.change", actorId: null }, false],
  ["an event without revision", { revision: null }, false],
  ["a change of the article", { targetType: "article", action: "article.publish", revision: null }, false],
])("%s", (_, overrides, isOwn) => {
  expect(page().take(event(overrides), "ada")).toBe(isOwn);
});

it("recognises each change once", () => {
  const own = page();
  expect([own.take(event(), "ada"), own.take(event(), "ada")]).toEqual([true, false]);
});

it("forgets the oldest changes whose events never came", () => {
  const own = page();
  for (let revision = 1; revision <= 500; revision++)
    own.note({ kind: "claim", claim: { ...buildClaim(), id: "claim-9", revision } });
  expect(own.take(event(), "ada")).toBe(false);
  expect(own.take(event({ targetId: "claim-9", revision: 500 }), "ada")).toBe(true);
});
