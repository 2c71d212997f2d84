import { expect, test } from "vitest";
import { buildSource } from "@/lib/testing/builders";
import { mergeDrafts, type SourceDraft, sourceDraftOf } from "./source-draft";

const base = sourceDraftOf(buildSource({ title: "Trade", publisher: "Times", authors: ["Doe, Jane"] }));

test.each<[string, Partial<SourceDraft>, Partial<SourceDraft>, Partial<SourceDraft>, string[]]>([
  ["no one changed anything", {}, {}, {}, []],
  ["each changed another field", { title: "A" }, { publisher: "B" }, { title: "A", publisher: "B" }, []],
  ["both changed one field to the same value", { title: "A" }, { title: "A" }, { title: "A" }, []],
  ["both changed one field", { title: "A", doi: "1" }, { title: "B" }, { title: "A", doi: "1" }, ["title"]],
  ["they hid it meanwhile", { title: "A" }, { confidential: true }, { title: "A", confidential: true }, []],
])("%s", (_, mine, theirs, draft, conflicts) => {
  expect(mergeDrafts(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
    draft: { ...base, ...draft },
    conflicts,
  });
});
