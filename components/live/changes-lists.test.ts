import { expect, test } from "vitest";
import { parseLiveEvent } from "@/lib/live/live-event";
import { changesLists } from "./changes-lists";
import type { LiveMessage } from "./live-connection";

const change = (targetType: string): LiveMessage => {
  const event = parseLiveEvent(
    JSON.stringify({ seq: 1, articleId: "a", targetType, targetId: "t", action: "x.y", actorId: null }),
  );
  if (!event) throw new Error("the event is invalid");
  return { kind: "change", event };
};

test.each<[string, LiveMessage, boolean]>([
  ["a claim", change("claim"), true],
  ["an article", change("article"), true],
  ["a tick", change("tick"), false],
  ["who is here", { kind: "presence", articleId: "a" }, false],
  ["the connection is back", { kind: "sync" }, true],
])("%s", (_, message, changes) => {
  expect(changesLists(message)).toBe(changes);
});
