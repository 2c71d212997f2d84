import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ReportRun } from "@/lib/reports/report";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { MarkedText } from "./marked-text";

const report = sampleReport();
const { document } = parseHTML(
  `<html><body>${renderToStaticMarkup(createElement(MarkedText, { report }))}</body></html>`,
);

describe("the marked text of the sample article", () => {
  test.each(report.claims.map((claim) => [claim.number, claim] as const))(
    "claim %i covers its text and has one reference",
    (number, claim) => {
      const marks = [...document.querySelectorAll(`.mark[data-claim="${number}"], .mark#mark-${number}`)];
      const words = marks.map((mark) => {
        const copy = mark.cloneNode(true) as Element;
        for (const reference of copy.querySelectorAll("sup")) reference.remove();
        return copy.textContent;
      });
      expect(words.join("").replace(/\s/g, "")).toBe(claim.quote.replace(/\s/g, ""));
      const references = document.querySelectorAll(`#mark-${number}`);
      expect(references).toHaveLength(1);
      const rating = report.scale.ratings.find((each) => each.key === claim.ratingKey);
      const reference = references[0]?.querySelector("sup") ?? references[0];
      expect(reference?.textContent).toBe(`Claim ${number}: ${rating?.label}`);
      expect(marks[0]?.getAttribute("data-underline")).toBe(rating?.underline);
    },
  );

  test("the text equals the article's", () => {
    for (const reference of document.querySelectorAll("sup")) reference.remove();
    const text = report.article.blocks.map((block) =>
      ("runs" in block ? block.runs : []).map((run) => run.text).join(""),
    );
    expect(document.querySelector("[data-marked-text]")?.textContent).toBe(text.join(""));
  });

  test("no links are nested", () => {
    expect(document.querySelectorAll("a a")).toHaveLength(0);
  });
});

/** The marks of a text made of runs, as elements with what tells their claim, and the keyboard's stops. */
function shapeOf(runs: readonly ReportRun[]): { marks: string[]; stops: string[] } {
  const claims = [1, 2].map((number) => reportClaim({ id: `claim-${number}`, number, position: number }));
  const block = { type: "paragraph" as const, runs: [...runs] };
  const made = smallReport({ claims, article: { blocks: [block] } });
  const { document: page } = parseHTML(
    `<html><body>${renderToStaticMarkup(createElement(MarkedText, { report: made }))}</body></html>`,
  );
  const nameOf = (element: Element) =>
    `${element.localName} ${element.id || `for ${element.getAttribute("data-claim")}`}`;
  return {
    marks: [...page.querySelectorAll(".mark")].map(nameOf),
    stops: [...page.querySelectorAll('a:not([tabindex="-1"])')].map(
      (link) => link.id || link.getAttribute("href") || "",
    ),
  };
}

const run = (text: string, claims: number[], over: Partial<ReportRun> = {}): ReportRun => ({
  text,
  claims,
  starts: claims,
  ends: claims,
  ...over,
});

test.each<[string, ReportRun[], { marks: string[]; stops: string[] }]>([
  [
    "words of one piece: one link with the reference in it",
    [run("Taxes rose.", [1])],
    { marks: ["a mark-1"], stops: ["mark-1"] },
  ],
  [
    "words of two pieces: a link for each, and the reference after them",
    [run("Taxes ", [1], { ends: [] }), run("rose.", [1], { starts: [] })],
    { marks: ["a for 1", "a for 1"], stops: ["mark-1"] },
  ],
  [
    "nested claims: only the innermost is a link",
    [run("Taxes rose.", [1, 2])],
    { marks: ["span for 2", "a for 1"], stops: ["mark-1", "mark-2"] },
  ],
  [
    "nested claims that end together: their references are in the order of the text",
    [run("Taxes ", [1], { ends: [] }), run("rose.", [2, 1], { starts: [2] })],
    { marks: ["a for 1", "span for 1", "a for 2"], stops: ["mark-1", "mark-2"] },
  ],
  [
    "words in a link of the article",
    [run("Taxes rose.", [1], { href: "https://other.example/" })],
    { marks: ["span for 1"], stops: ["https://other.example/", "mark-1"] },
  ],
])("%s", (_, runs, shape) => {
  expect(shapeOf(runs)).toEqual(shape);
});

test("an article of 100 claims names each claim three times in its text: id, target and number", () => {
  const claims = Array.from({ length: 100 }, (_, index) =>
    reportClaim({ id: `claim-${index}`, number: 1000 + index, position: index + 1 }),
  );
  const block = {
    type: "paragraph" as const,
    runs: claims.map(({ number }) => run("Taxes rose.", [number])),
  };
  const made = smallReport({ claims, article: { blocks: [block] } });
  const html = renderToStaticMarkup(createElement(MarkedText, { report: made }));
  for (const { number } of claims) expect(html.split(String(number)).length - 1).toBe(3);
});
