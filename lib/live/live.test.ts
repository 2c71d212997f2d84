import { describe, expect, it } from "vitest";
import { gatherChanges, takeChanges } from "./gather-changes";
import { describeLiveEvent, type LiveEvent, parseLiveEvent, toldEvent } from "./live-event";

const event = (overrides: Partial<LiveEvent>): LiveEvent => ({
  seq: 1,
  articleId: "article-1",
  targetType: "claim",
  targetId: "claim-1",
  otherId: null,
  action: "claim.approve",
  actorId: "ada",
  ...overrides,
});

describe("a live event in words", () => {
  it.each([
    ["a step of review", {}, "Ada approved claim 3"],
    ["a claim that is not known", { targetId: "x" }, "Ada approved a claim", null],
    ["something of the article", { action: "article.publish" }, "Ada published the article"],
    ["an action that is not told", { action: "claim.vote" }, "Claim 3 changed"],
    ["something that is not of this page", { action: "source.update", targetType: "source" }, null],
  ] as const)("%s", (_, overrides, words, claimNumber: number | null = 3) => {
    expect(describeLiveEvent(toldEvent(event(overrides)), { name: "Ada", claimNumber })).toBe(words);
  });

  it("tells neither what nor whose a vote was", () => {
    expect(toldEvent(event({ action: "claim.vote" }))).toMatchObject({
      action: "claim.change",
      actorId: null,
    });
  });

  it.each(["", "{", '{"seq":"one"}', "null"])("takes %j for nothing", (json) => {
    expect(parseLiveEvent(json)).toBeNull();
  });
});

describe("changes", () => {
  it("are fetched once a claim, with the other claim of a merge", () => {
    const events = [
      event({}),
      event({ seq: 2 }),
      event({ seq: 3, action: "claim.merge", otherId: "claim-2" }),
    ];
    expect(gatherChanges(events)).toEqual({ claimIds: ["claim-1", "claim-2"], actorIds: ["ada"] });
  });

  const claim = (id: string, revision: number, versionId = "v1") => ({ id, revision, anchor: { versionId } });
  it.each([
    ["a new claim", [], [claim("a", 1)], [], [claim("a", 1)]],
    ["a changed claim", [claim("a", 1)], [claim("a", 2)], [], [claim("a", 2)]],
    ["an answer that was overtaken", [claim("a", 3)], [claim("a", 2)], [], [claim("a", 3)]],
    ["a claim that is gone", [claim("a", 1), claim("b", 1)], [], ["a"], [claim("b", 1)]],
    ["all claims that there are", [claim("a", 1), claim("b", 1)], [claim("b", 2)], "others", [claim("b", 2)]],
    [
      "a claim of the page in a newer text",
      [claim("a", 1)],
      [claim("a", 2, "v2")],
      [],
      [claim("a", 2, "v1")],
    ],
    ["a claim that was made in a newer text", [], [claim("a", 1, "v2")], [], []],
  ] as const)("%s", (_, shown, claims, gone, after) => {
    expect(takeChanges<ReturnType<typeof claim>>(shown, { claims, gone }, "v1")).toEqual(after);
  });
});
