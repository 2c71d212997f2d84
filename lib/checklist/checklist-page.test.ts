import { describe, expect, test } from "vitest";
import { type ChecklistQuery, checklistPage } from "./checklist-page";
import type { CoveringClaim, Tick } from "./tick";

const TEXT = "Trade rose to $240 billion in 2023.\nIt fell by 12.5% in 2024.";

const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const tick = (words: string, outcome: Tick["outcome"]): Tick => ({
  ...at(words),
  id: words,
  kind: "figure",
  exact: words,
  outcome,
  reason: outcome === "skipped" ? "Known" : null,
  by: { id: "u", name: "Ann" },
  at: "2026-01-01T00:00:00.000Z",
  version: 1,
});
const claim: CoveringClaim = {
  number: 3,
  state: "approved",
  excluded: false,
  anchor: { ...at("12.5%"), outcome: "created", versionId: "v" },
};

const page = (query: Partial<ChecklistQuery> = {}) =>
  checklistPage(
    {
      text: TEXT,
      language: "en",
      versionId: "v",
      ticks: [tick("$240 billion", "checked"), tick("2023", "skipped")],
      claims: [claim],
    },
    { from: 0, limit: 10, ...query },
  );
const words = (query: Partial<ChecklistQuery>) => page(query).items.map(({ exact }) => exact);

describe("a page of the checklist", () => {
  test.each<[name: string, query: Partial<ChecklistQuery>, words: string[]]>([
    ["all figures", { kind: "figure" }, ["$240 billion", "2023", "12.5%", "2024"]],
    ["no quotation", { kind: "quotation" }, []],
    ["what is open", { state: "open", kind: "figure" }, ["2024"]],
    ["what was checked", { state: "checked" }, ["$240 billion"]],
    ["what was skipped", { state: "skipped" }, ["2023"]],
    ["what a claim covers", { state: "claimed" }, ["12.5%"]],
  ])("lists %s", (_, query, expected) => {
    expect(words(query)).toEqual(expected);
  });

  test("says where the next page begins, and counts all that match", () => {
    const first = page({ kind: "figure", limit: 3 });
    expect(first).toMatchObject({ total: 4, counts: { figure: { done: 3, total: 4 } } });
    const second = page({ kind: "figure", limit: 3, from: first.next ?? 0 });
    expect(second).toMatchObject({ items: [{ exact: "2024" }], total: 4, next: null });
  });

  test("the pages of a filter go on after the last item shown", () => {
    const first = page({ kind: "figure", limit: 1 });
    expect(words({ kind: "figure", limit: 1, from: first.next ?? 0 })).toEqual(["2023"]);
  });
});
