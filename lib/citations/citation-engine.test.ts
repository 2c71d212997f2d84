import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { formatInEveryStyle, prepareCitations } from "./citation-engine";

const globals = globalThis as typeof globalThis & { obelusCitations?: unknown };
let before: unknown;
beforeEach(() => {
  before = globals.obelusCitations;
});
afterEach(() => {
  globals.obelusCitations = before;
});

test("the engine that was prepared formats the works, also those of another bundle", async () => {
  await prepareCitations();
  const prepared = globals.obelusCitations;
  const citations = await formatInEveryStyle({
    url: "https://example.org/articles/trade",
    doi: null,
    title: "Fact-check: Trade",
    authors: ["The Desk"],
    publisher: null,
    publishedOn: "2026-03-02",
    language: "en",
    kind: "web_page",
    archiveUrl: null,
    details: NO_DETAILS,
  });
  expect(citations.apa.text).toContain("(2026, March 2). Fact-check: Trade");
  expect(globals.obelusCitations).toBe(prepared);
});
