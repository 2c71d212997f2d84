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
  revision: null,
  ...overrides,
});

describe("the description of a live event", () => {
  it.each([
    ["a review step", {}, "Ada approved claim 3"],
    ["an unknown claim", { targetId: "x" }, "Ada approved a claim", null],
    ["a change of the article", { action: "article.publish" }, "Ada published the article"],
    ["an action that is not disclosed", { action: "claim.vote" }, "Claim 3 changed"],
    ["a change that is not on this page", { action: "source.update", targetType: "source" }, null],
  ] as const)("%s", (_, overrides, description, claimNumber: number | null = 3) => {
    expect(describeLiveEvent(toldEvent(event(overrides)), { name: "Ada", claimNumber })).toBe(description);
  });

  it("does not disclose a vote or its voter", () => {
    expect(toldEvent(event({ action: "claim.vote" }))).toMatchObject({
      action: "claim.change",
      actorId: null,
    });
  });

  it.each(["", "{", '{"seq":"one"}', "null"])("ignores %j", (json) => {
    expect(parseLiveEvent(json)).toBeNull();
  });
});

describe("changes", () => {
  it("fetch each claim once, with the other claim of a merge", () => {
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
    ["an outdated response", [claim("a", 3)], [claim("a", 2)], [], [claim("a", 3)]],
    ["a removed claim", [claim("a", 1), claim("b", 1)], [], ["a"], [claim("b", 1)]],
    ["all claims at once", [claim("a", 1), claim("b", 1)], [claim("b", 2)], "others", [claim("b", 2)]],
    [
      "a claim of the page anchored in a newer version",
      [claim("a", 1)],
      [claim("a", 2, "v2")],
      [],
      [claim("a", 2, "v1")],
    ],
    ["a claim created in a newer version", [], [claim("a", 1, "v2")], [], []],
  ] as const)("%s", (_, shown, claims, gone, after) => {
    expect(takeChanges<ReturnType<typeof claim>>(shown, { claims, gone }, "v1")).toEqual(after);
  });
});
