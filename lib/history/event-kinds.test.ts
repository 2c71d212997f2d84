import { describe, expect, test } from "vitest";
import { actionsOf, EVENT_KINDS } from "./event-kinds";

describe("the filters of a timeline", () => {
  test.each([
    ["text", "article.edit-text"],
    ["claims", "claim.edit"],
    ["review", "claim.approve"],
    ["publication", "article.publish"],
    ["sources", "source.update"],
    ["details", "article.edit-details"],
    ["other", "comment.create"],
  ] as const)("%s shows %s, and no other filter does", (kind, action) => {
    const showing = EVENT_KINDS.filter((each) => {
      const actions = actionsOf(each);
      return "in" in actions ? actions.in.includes(action) : !actions.notIn.includes(action);
    });
    expect(showing).toEqual([kind]);
  });
});
