import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { DocumentContent } from "@/lib/document-bundle/document-content";
import { mixedReport } from "@/lib/testing/reports/mixed-report";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import { renderDocument } from "./render-document";

const context = {
  site: { publicUrl: "https://desk.example", imageHosts: [], organisation: null },
  assets: { styles: "/a.css", script: "/a.js", starter: "/s.js", preloadedFonts: [] },
};
const open = (content: DocumentContent) => parseHTML(renderDocument(content, context)).document;
const pages = {
  "an English report": open({ kind: "report", report: mixedReport("en") }),
  "an Arabic report": open({ kind: "report", report: mixedReport("ar") }),
};

/** The language and direction of an element as browsers see them, from itself or the nearest element around it. */
function languageAt(element: Element | null): string {
  const nearest = (name: string) => element?.closest(`[${name}]`)?.getAttribute(name) ?? "-";
  return `${nearest("lang")} ${nearest("dir")}`;
}

const ENTRY = "#claim-1";

describe.each<[keyof typeof pages, string, string, string]>([
  ["an English report", "title", "h1", "en -"],
  ["an English report", "byline", "h1 + p > :nth-child(1)", "en -"],
  ["an English report", "Arabic publisher", "h1 + p > :nth-child(2) bdi", "ar rtl"],
  ["an Arabic report", "Arabic byline", "h1 + p > :nth-child(1) bdi", "ar rtl"],
  ["an English report", "text", "[data-marked-text] p", "en ltr"],
  ["an English report", "quote", `${ENTRY} [data-quote]`, "en -"],
  ["an English report", "statement", `${ENTRY} [data-statement]`, "ar rtl"],
  ["an English report", "statement in the list", "tbody th a", "ar rtl"],
  ["an English report", "Arabic reason", "[data-rationale] p:nth-of-type(1)", "ar rtl"],
  ["an English report", "English reason", "[data-rationale] p:nth-of-type(2)", "en ltr"],
  ["an English report", "Arabic excerpt", `${ENTRY} [data-stance=supports] blockquote`, "ar rtl"],
  ["an English report", "English note", `${ENTRY} [data-stance=supports] [data-evidence-note]`, "en -"],
  ["an English report", "English excerpt", `${ENTRY} [data-stance=refutes] blockquote`, "en -"],
  ["an English report", "Arabic note", `${ENTRY} [data-stance=refutes] [data-evidence-note]`, "ar rtl"],
  ["an English report", "Arabic title of a source", "#source-1 bdi", "ar rtl"],
  ["an English report", "English title of a source", "#source-2", "en -"],
  ["an English report", "note of a correction", "[aria-labelledby=corrections-title] bdi", "ar rtl"],
  ["an Arabic report", "title", "h1", "ar rtl"],
  ["an Arabic report", "text", "[data-marked-text] p", "ar rtl"],
  ["an Arabic report", "quote", `${ENTRY} [data-quote]`, "ar rtl"],
  ["an Arabic report", "statement", `${ENTRY} [data-statement]`, "en -"],
  ["an Arabic report", "English reason", "[data-rationale] p:nth-of-type(1)", "en -"],
  ["an Arabic report", "Arabic reason", "[data-rationale] p:nth-of-type(2)", "ar rtl"],
])("in %s", (report, name, selector, expected) => {
  test(`the ${name} is marked as what it is`, () => {
    const element = pages[report].querySelector(selector);
    expect(element, selector).not.toBeNull();
    expect(languageAt(element)).toBe(expected);
  });
});

test("the words around an Arabic report are English, from left to right", () => {
  const html = pages["an Arabic report"].documentElement;
  expect([html.getAttribute("lang"), html.getAttribute("dir")]).toEqual(["en", null]);
});

test("a page in a language that the product does not speak is English throughout", () => {
  const report = mixedReport("en");
  const content = { kind: "report", report } as const;
  expect(renderDocument(content, { ...context, language: "el" })).toBe(renderDocument(content, context));
});

test("names of claimants in the filter are marked as what they are", () => {
  const names = ["وزارة التجارة", "Treasury"];
  const claims = names.map((name, index) =>
    reportClaim({ id: `claim-${index}`, number: index + 1, claimant: { ...reportClaimant(name), id: name } }),
  );
  const report = smallReport({ claims, summary: { total: 2, counts: [] } });
  const options = open({
    kind: "publication",
    report,
    publications: [{ number: 1, publishedAt: report.publication.publishedAt }],
  });
  const marked = [...options.querySelectorAll('select[name="claimant"] option')].map((option) => [
    option.textContent,
    languageAt(option),
  ]);
  expect(marked).toEqual([
    ["Anyone", "en -"],
    ["Treasury", "en -"],
    ["وزارة التجارة", "ar rtl"],
  ]);
});
