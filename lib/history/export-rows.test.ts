import { describe, expect, test } from "vitest";
import { type ExportedEvent, exportHead, exportRows } from "./export-rows";

const event: ExportedEvent = {
  sequence: "1",
  id: "7",
  at: "2026-11-25T10:00:00.000Z",
  actorId: null,
  actor: "Ada",
  action: "claim.edit",
  targetType: "claim",
  targetId: "c",
  articleId: null,
  from: null,
  to: { statement: 'Say "ten", no' },
  contentHash: "a",
  previousHash: "b",
  hash: "c",
};

describe("CSV", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["Ada", "Ada"],
  ])("a name %j is written %j", (actor, cell) => {
    expect(
      exportRows("csv", [{ ...event, actor }])
        .split(",")[2]
        ?.replaceAll('"', ""),
    ).toBe(cell);
  });

  test("writes nothing for an empty value, and texts and numbers as they are", () => {
    expect(exportRows("csv", [{ ...event, sequence: null, to: null }])).toBe(
      ",2026-11-25T10:00:00.000Z,Ada,claim.edit,claim,c,,,,7,,a,b,c\n",
    );
  });

  test("has a header row and quotes where needed", () => {
    expect(exportHead("csv")).toMatch(/^\uFEFFsequence,at,actor,action,/);
    expect(exportRows("csv", [event])).toContain(`"{""statement"":""Say \\""ten\\"", no""}"`);
  });
});

test("a JSON line contains all of an event, and the file has no header", () => {
  expect(exportHead("jsonl")).toBe("");
  const [line, rest] = exportRows("jsonl", [event]).split("\n");
  expect(JSON.parse(line ?? "")).toEqual(event);
  expect(rest).toBe("");
});
