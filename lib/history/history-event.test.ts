import { expect, test } from "vitest";
import { claimIdOf, type HistoryEvent } from "./history-event";

test.each<[string, Partial<HistoryEvent>, string | null]>([
  ["a claim is about itself", { targetType: "claim", targetId: "c3", to: { claimId: "c4" } }, "c3"],
  ["a comment is about its claim", { targetType: "comment", to: { claimId: "c4" } }, "c4"],
  ["a deleted comment is about its former claim", { targetType: "comment", from: { claimId: "c4" } }, "c4"],
  ["a comment on the article is about no claim", { targetType: "comment", to: { claimId: null } }, null],
  ["any other event is about no claim", { targetType: "source", to: { claimId: "c4" } }, null],
])("%s", (_, part, expected) => {
  const event: HistoryEvent = {
    id: "1",
    at: "2026-11-25T10:00:00.000Z",
    actor: null,
    action: "x",
    targetType: "",
    targetId: "x",
    articleId: null,
    from: null,
    to: null,
    ...part,
  };
  expect(claimIdOf(event)).toBe(expected);
});
