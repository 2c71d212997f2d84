// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { processFigures } from "@/lib/figures/process-figures";
import type { StepRow } from "@/lib/figures/process-record";
import { ProcessFiguresView } from "./process-figures-view";

const MONDAY = Date.parse("2026-01-05T00:00:00Z") / 1000;
const steps: StepRow[] = [
  [1, "create", "draft", MONDAY, 0],
  [1, "submit", "in_review", MONDAY + 7_200, 0],
  [1, "return", "draft", MONDAY + 9_000, 1],
];

function show(of: readonly StepRow[], ofPerson = false): HTMLElement {
  const period = { from: MONDAY, before: MONDAY + 14 * 86_400 };
  const figures = processFigures({ steps: of, ballots: [], corrections: [] }, period, ofPerson);
  document.body.innerHTML = renderToStaticMarkup(<ProcessFiguresView figures={figures} />);
  return document.body;
}

test("every figure is in a table with named rows and columns, and charts have a name", () => {
  const page = show(steps);
  const rows = [...page.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  );
  expect(rows.find(([head]) => head?.startsWith("Draft"))?.slice(1, 4)).toEqual(["1", "2 h", "2 h"]);
  expect(rows.find(([head]) => head?.startsWith("Waiting for review"))?.slice(1, 4)).toEqual([
    "1",
    "30 min",
    "30 min",
  ]);
  expect(rows.find(([head]) => head === "5 January 2026")).toEqual([
    "5 January 2026",
    "2 h",
    "30 min",
    "–",
    "–",
    "100.0%",
  ]);
  expect([...page.querySelectorAll("tbody th")].every((cell) => cell.getAttribute("scope") === "row")).toBe(
    true,
  );
  expect([...page.querySelectorAll("svg")].map((chart) => chart.getAttribute("aria-label"))).toContain(
    "Draft, median by week",
  );
});

test("the figures of a person have no agreement and no corrections", () => {
  const text = show(steps, true).textContent;
  expect(text).toContain("1 vote, approval or return");
  expect(text).not.toMatch(/Agreement|Corrected/);
});

test("a period in which nothing happened says so", () => {
  expect(show([]).textContent).toContain("No claim went on in this period.");
});
