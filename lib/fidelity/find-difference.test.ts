import { describe, expect, test } from "vitest";
import { findDifference } from "./find-difference";
import type { ImportDifference } from "./import-difference";

describe("a difference is found again in an edited text", () => {
  const missing: ImportDifference = {
    kind: "missing",
    original: "240",
    imported: "",
    hasFigure: true,
    isBlock: false,
    before: "The wall cost",
    after: " million.",
    start: 13,
    end: 13,
  };
  const changed: ImportDifference = {
    ...missing,
    kind: "changed",
    imported: "2403",
    before: "It cost $",
    after: " in all",
    start: 9,
    end: 13,
  };
  const added: ImportDifference = {
    ...missing,
    kind: "added",
    original: "",
    imported: "secret",
    before: "Seen. ",
    after: " Seen.",
    start: 6,
    end: 12,
  };
  const first: ImportDifference = {
    ...missing,
    original: "Report",
    before: "",
    after: "The wall cost a lot.",
    start: 0,
    end: 0,
  };
  const last: ImportDifference = {
    ...missing,
    original: "Page 3",
    before: "The wall cost a lot.",
    after: "",
    start: 20,
    end: 20,
  };
  test.each<[string, ImportDifference, string, ReturnType<typeof findDifference>]>([
    ["unchanged", missing, "The wall cost million.", { kind: "open", start: 13, end: 13 }],
    ["with text before it", missing, "Now: The wall cost million.", { kind: "open", start: 18, end: 18 }],
    ["inserted", missing, "The wall cost 240 million.", { kind: "resolved" }],
    ["with its paragraph removed", missing, "Another text.", { kind: "lost" }],
    [
      "with the words before it edited",
      missing,
      "A wall costs million.",
      { kind: "open", start: 12, end: 12 },
    ],
    ["inserted, with the words before it edited", missing, "A wall costs 240 million.", { kind: "resolved" }],
    ["before all others", first, "The wall cost a lot.", { kind: "open", start: 0, end: 0 }],
    ["inserted before all others", first, "Report\nThe wall cost a lot.", { kind: "resolved" }],
    ["after all others", last, "The wall cost a lot.", { kind: "open", start: 20, end: 20 }],
    ["inserted after all others", last, "The wall cost a lot.\nPage 3", { kind: "resolved" }],
    ["another form", changed, "It cost $2403 in all", { kind: "open", start: 9, end: 13 }],
    ["put right", changed, "It cost $240 in all", { kind: "resolved" }],
    ["added", added, "Seen. secret Seen.", { kind: "open", start: 6, end: 12 }],
    ["removed", added, "Seen.  Seen.", { kind: "resolved" }],
  ])("%s", (_, difference, now, expected) => {
    expect(findDifference(now, difference)).toEqual(expected);
  });
});
