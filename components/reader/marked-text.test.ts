import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/sample-report";
import { MarkedText } from "./marked-text";

const report = sampleReport();
const { document } = parseHTML(
  `<html><body>${renderToStaticMarkup(createElement(MarkedText, { report }))}</body></html>`,
);

describe("the marked text of the sample article", () => {
  test.each(report.claims.map((claim) => [claim.number, claim] as const))(
    "claim %i covers its text and has one reference",
    (number, claim) => {
      const marks = [...document.querySelectorAll(`[data-claim="${number}"]`)];
      const words = marks.map((mark) => {
        const copy = mark.cloneNode(true) as Element;
        for (const reference of copy.querySelectorAll("sup")) reference.remove();
        return copy.textContent;
      });
      expect(words.join("").replace(/\s/g, "")).toBe(claim.quote.replace(/\s/g, ""));
      const references = document.querySelectorAll(`#mark-${number}`);
      expect(references).toHaveLength(1);
      const rating = report.scale.ratings.find((each) => each.key === claim.ratingKey);
      expect(references[0]?.getAttribute("aria-label")).toBe(`Claim ${number}: ${rating?.label}`);
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
