import { afterEach, expect, test, vi } from "vitest";
import { announceEvents, noteEvent } from "@/lib/db/committed-events";
import type { LiveMessage } from "@/lib/db/live-events";
import { shutDown } from "@/lib/shutdown";
import { DocumentCache } from "./document-cache";
import { watchPublications } from "./watch-publications";

let receive: (message: LiveMessage) => void = () => undefined;
vi.mock("@/lib/db/live-events", () => ({
  listenToChanges: async (listener: typeof receive) => {
    receive = listener;
  },
  findNewestSeq: async () => 1,
}));

afterEach(() => shutDown("streams"));

const event = (action: string) => ({
  seq: 7,
  action,
  targetType: "article",
  targetId: "a",
  articleId: "a",
  otherId: null,
  actorId: null,
  revision: null,
});

test.each<[string, string, boolean, string[]]>([
  ["publishing", "article.publish", false, ["a"]],
  ["a redaction", "article.redact", false, ["a"]],
  ["publishing by this instance, which has made them", "article.publish", true, []],
  ["taking down", "article.unpublish", false, []],
  ["new text in the desk", "article.edit-text", false, []],
])("documents are made ahead after %s", async (_, action, isOwn, expected) => {
  const made: string[] = [];
  watchPublications(new DocumentCache(), (id) => made.push(id));
  await vi.waitFor(() => receive({ kind: "change", event: event("claim.edit") }));
  if (isOwn) {
    const transaction = {};
    noteEvent(transaction, event(action));
    announceEvents(transaction);
  }
  receive({ kind: "change", event: event(action) });
  expect(made).toEqual(expected);
});
