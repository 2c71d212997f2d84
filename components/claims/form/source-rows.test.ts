import { expect, test } from "vitest";
import { newDraft, newEvidence } from "@/components/drafts/claim-draft";
import { buildClaim, buildSource } from "@/lib/testing/builders";
import { citedSources, newSourceRow, offeredSources, withTypedSource } from "./source-rows";

test.each([
  [" https://example.org/a?b=1 ", "https://example.org/a?b=1", ""],
  ["www.example.org/a", "https://www.example.org/a", ""],
  ["Yearbook 2023", "", "Yearbook 2023"],
  ["see https://example.org", "", "see https://example.org"],
  ["javascript:alert(1)", "", "javascript:alert(1)"],
  ["", "", ""],
])("“%s” becomes a source with the address “%s” and the title “%s”", (text, url, title) => {
  expect(newSourceRow(text)).toMatchObject({ url, title, sourceId: null, stance: "" });
});

test.each([
  ["Yearbook", ["Yearbook"]],
  ["  ", []],
  [undefined, []],
])("with “%s” in the source field, the form has these sources", (sourceQuery, titles) => {
  const draft = newDraft("v", { start: 0, end: 3, exact: "Tax" });
  const after = withTypedSource({ ...draft, ...(sourceQuery !== undefined && { sourceQuery }) });
  expect(after.evidence.map(({ title }) => title)).toEqual(titles);
});

const evidenceOf = (...ids: string[]) =>
  ids.map((id) => ({
    id: `evidence-${id}`,
    stance: "supports" as const,
    excerpt: null,
    note: null,
    accessedOn: null,
    archiveUrl: null,
    source: buildSource({ id }),
  }));

test("the sources of the claims that changed last are offered first, each once, without those of the form", () => {
  const cited = citedSources([
    buildClaim({ evidence: evidenceOf("a", "b"), updatedAt: "2026-01-01T00:00:00.000Z" }),
    buildClaim({ evidence: evidenceOf("c", "a"), updatedAt: "2026-01-03T00:00:00.000Z" }),
    buildClaim({ evidence: evidenceOf("d", "e", "f"), updatedAt: "2026-01-02T00:00:00.000Z" }),
  ]);
  expect(cited.map(({ id }) => id)).toEqual(["c", "a", "d", "e", "f", "b"]);
  const rows = [{ ...newEvidence(), sourceId: "a" }];
  expect(offeredSources(cited, rows).map(({ id }) => id)).toEqual(["c", "d", "e", "f"]);
});
