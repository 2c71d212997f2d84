import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/sample-report";
import type { Report } from "../../report";
import { renderHtml } from "./render-html";

const report = sampleReport();
const page = renderHtml(report, "https://desk.example/articles/sample");
const { document } = parseHTML(page);
const flat = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

describe("the sample report as an HTML file", () => {
  test.each(report.claims.map((claim) => [claim.number, claim] as const))(
    "claim %i has its statement, its verdict and its sources",
    (number, claim) => {
      const entry = document.querySelector(`#claim-${number}`);
      const rating = report.scale.ratings.find((each) => each.key === claim.ratingKey);
      expect(flat(entry?.querySelector("h3")?.textContent)).toBe(`${number}. ${flat(claim.statement)}`);
      expect(flat(entry?.querySelector(".label")?.textContent)).toBe(rating?.label);
      expect(entry?.querySelectorAll(".evidence > li")).toHaveLength(claim.evidence.length);
      expect(document.querySelector(`#mark-${number}`)?.getAttribute("href")).toBe(`#claim-${number}`);
    },
  );

  test("fetches nothing, runs no script, and has no broken internal links", () => {
    expect(document.querySelectorAll("script, link, img, iframe, [src], [onclick]")).toHaveLength(0);
    expect(page).not.toMatch(/url\(|@import/);
    for (const anchor of document.querySelectorAll("a[href^='#']"))
      expect(document.querySelector(anchor.getAttribute("href") as string)).not.toBeNull();
  });

  test("is reproducible", () => {
    expect(renderHtml(sampleReport(), "https://desk.example/articles/sample")).toBe(page);
  });
});

test("hostile text stays text", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;
  const poisoned = JSON.parse(
    JSON.stringify(report, (key, value) =>
      typeof value === "string" &&
      /^(title|statement|text|publisher|note|excerpt|claimant|name|byline|definition|label|language|quote)$/.test(
        key,
      )
        ? evil
        : value,
    ),
  ) as Report;
  for (const source of poisoned.sources) source.url = "javascript:alert(1)";
  const drawn = parseHTML(renderHtml(poisoned)).document;
  expect(drawn.querySelectorAll("script, img, [onerror]")).toHaveLength(0);
  for (const anchor of drawn.querySelectorAll("a"))
    expect(anchor.getAttribute("href")).toMatch(/^(#|https?:|mailto:)/);
  expect(drawn.querySelector("h1")?.textContent).toBe(evil);
});
