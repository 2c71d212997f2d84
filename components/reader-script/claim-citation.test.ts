import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import type { Report } from "@/lib/reports/report";
import { reportClaim, reportClaimant, run, smallReport } from "@/lib/testing/reports/small-report";
import { ArticleView } from "../reader/article-view";
import { citationOf } from "./claim-citation";

const ADDRESS = "https://desk.example/articles/taxes";

afterEach(() => void vi.unstubAllGlobals());

/** The citation of the only claim of a page, as its button makes it. */
function citationIn(overrides: NonNullable<Parameters<typeof smallReport>[0]>) {
  const runs = [{ ...run("Taxes"), claims: [1], starts: [1], ends: [1] }, run(" rose.")];
  const article = { blocks: [{ type: "paragraph" as const, runs }], ...overrides.article };
  const report: Report = smallReport({ ...overrides, article });
  const page = createElement(ArticleView, { report, imageHosts: [], head: null, foot: null });
  const { document } = parseHTML(
    `<html><body data-address="${ADDRESS}">${renderToStaticMarkup(page)}</body></html>`,
  );
  vi.stubGlobal("document", document);
  const template = document.querySelector("claim-cards template")?.innerHTML ?? "";
  const button = parseHTML(`<body>${template}</body>`).document.querySelector('[data-part="copy-quote"]');
  return citationOf("1", (button as HTMLElement).dataset);
}

const claim = reportClaim({ claimant: reportClaimant("Ida Moe"), claimedOn: "2026-01-01" });

test("a copied quotation says who said it, where, what the check found, and where that is", () => {
  const { text, html } = citationIn({
    claims: [claim],
    organisation: bareOrganisation("The Check", null),
    article: {
      title: "Taxes & more",
      byline: "Ada",
      publisher: "The Gazette",
      sourceUrl: "https://gazette.example/1",
    },
  });
  expect(text.split("\n")).toEqual([
    "“Taxes”",
    "Ida Moe, 1 January 2026",
    expect.stringMatching(/^Article: Taxes & more, By Ada, The Gazette.* https:\/\/gazette\.example\/1$/),
    `Fact-check by The Check: Claim 1: False ${ADDRESS}#claim-1`,
  ]);
  expect(html).toMatch(
    /^<blockquote cite="https:\/\/desk\.example\/articles\/taxes#claim-1"[^>]*>Taxes<\/blockquote><p>Ida Moe/,
  );
  expect(html).toContain('<a href="https://gazette.example/1">Article: Taxes &amp; more');
  expect(html).toContain(`<a href="${ADDRESS}#claim-1">Fact-check by The Check: Claim 1: False</a>`);
});

test("what is not known is left out", () => {
  const { text, html } = citationIn({ claims: [reportClaim()] });
  expect(text.split("\n")).toEqual([
    "“Taxes”",
    expect.stringMatching(/^Article: /),
    `Fact-check: Claim 1: False ${ADDRESS}#claim-1`,
  ]);
  expect(html).not.toContain("<p></p>");
});
