import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import type { Report, ReportBlock, ReportClaim, ReportEvidence, ReportSource } from "@/lib/reports/report";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import {
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { renderDocument } from "./render-document";

const flat = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const render = (report: Report, logo: string | null = null) =>
  renderDocument(
    { kind: "offline", report },
    {
      site: { publicUrl: "https://desk.example", imageHosts: [], organisation: report.organisation },
      assets: { css: "", js: "", policy: "default-src 'none'", logo },
    },
  );
const open = (report: Report) => parseHTML(render(report)).document;
const texts = (from: Document | Element | null, selector: string) =>
  [...(from?.querySelectorAll(selector) ?? [])].map((each) => flat(each.textContent));
/** The section below a heading. */
const section = (document: Document, title: string) =>
  [...document.querySelectorAll("section")].find((each) =>
    flat(each.querySelector("h2")?.textContent).startsWith(title),
  ) ?? null;

test.each([
  ["the logo, inside the file", "data:image/png;base64,AAAA", ["data:image/png;base64,AAAA"]],
  ["no picture if the logo is too large for it", null, []],
])("the header of the file shows %s", (_, logo, shown) => {
  const organisation = {
    ...bareOrganisation("The Gazette", null),
    logo: { hash: "a".repeat(64), width: 900, height: 90 },
  };
  const { document } = parseHTML(render(smallReport({ organisation }), logo));
  const images = [...document.querySelectorAll("img")];
  expect(images.map((image) => image.getAttribute("src"))).toEqual(shown);
  for (const image of images)
    expect([image.getAttribute("width"), image.getAttribute("height")]).toEqual(["160", "16"]);
  expect(flat(document.querySelector("header")?.textContent)).toContain("The Gazette");
});

describe("the sample report", () => {
  const report = sampleReport();
  const document = open(report);

  test.each(report.claims.map((claim) => [claim.number, claim] as const))(
    "claim %i has its statement, its verdict and its sources",
    (number, claim) => {
      const entry = document.querySelector(`#claim-${number}`);
      const rating = report.scale.ratings.find((each) => each.key === claim.ratingKey);
      expect(flat(entry?.querySelector("[data-statement]")?.textContent)).toBe(flat(claim.statement));
      expect(flat(entry?.querySelector("[data-rating]")?.textContent)).toBe(rating?.label);
      expect(entry?.querySelectorAll("[data-stance]")).toHaveLength(claim.evidence.length);
      expect(document.querySelector(`#mark-${number}`)?.getAttribute("href")).toBe(`#claim-${number}`);
    },
  );

  test("text that looks like markup stays text, and a link that is no page is none", () => {
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
    const drawn = open(poisoned);
    expect(drawn.querySelectorAll("body script, img, [onerror]")).toHaveLength(0);
    for (const anchor of drawn.querySelectorAll("a[href]"))
      expect(anchor.getAttribute("href")).toMatch(/^(#|https?:|mailto:)/);
    expect(drawn.querySelector("h1")?.textContent).toBe(evil);
  });
});

describe("the parts of the file", () => {
  test.each<[string, Partial<Report>, string[]]>([
    [
      "no corrections and no sources",
      {},
      ["The article", "The claims", "How this was checked", "Signed off"],
    ],
    [
      "both",
      { corrections: [reportCorrection()], claims: [reportClaim()], sources: [reportSource()] },
      ["Corrections", "The article", "The claims", "Sources 1", "How this was checked", "Signed off"],
    ],
  ])("the sections of a report with %s", (_, overrides, expected) => {
    expect(texts(open(smallReport(overrides)), "h2").filter((title) => expected.includes(title))).toEqual(
      expected,
    );
  });

  test("the summary leaves out ratings without claims", () => {
    const counts = [
      { ratingKey: "false", count: 2 },
      { ratingKey: "altered", count: 0 },
      { ratingKey: "true", count: 1 },
    ];
    const document = open(smallReport({ summary: { total: 3, counts } }));
    expect(texts(section(document, "3 claims checked"), "li")).toEqual(["False2", "True1"]);
  });

  test("the ratings and the method are explained, and the signers named", () => {
    const signers: Report["signers"] = [
      { person: 1, name: "Bea", role: "published", claims: [], at: "2026-01-03T04:05:06Z" },
    ];
    const document = open(smallReport({ signers, method: { paragraphs: ["We read it."] } }));
    const method = section(document, "How this was checked");
    expect(texts(method, "dt")).toEqual(smallReport().scale.ratings.map(({ label }) => label));
    expect(texts(method, "p")).toEqual(["We read it."]);
    const signed = section(document, "Signed off");
    expect(texts(signed, "li")).toEqual(["Published by Bea, 3 January 2026 at 04:05 UTC"]);
    expect(texts(signed, "p")).toEqual(["Publication 2, 3 January 2026 at 04:05 UTC. Text version 3."]);
  });

  test("what was redacted since is listed with its reason", () => {
    const redactions = [{ number: 1, reason: "privacy", at: "2026-05-17T10:00:00Z" }];
    expect(texts(section(open(smallReport({ redactions })), "Redactions"), "li")).toEqual([
      "Redacted on 17 May 2026: privacy",
    ]);
  });

  test("a half-filled icon has a filled stroke and a drawn one", () => {
    const counts = [{ ratingKey: "needs-context", count: 1 }];
    const document = open(smallReport({ summary: { total: 1, counts } }));
    const target =
      section(document, "1 claim checked")?.querySelector("use")?.getAttribute("href") ?? "#none";
    const paths = document.querySelectorAll(`symbol${target} path`);
    expect(
      [...paths].map((path) => [path.getAttribute("fill"), path.getAttribute("stroke-width")]),
    ).toContainEqual(["currentColor", null]);
    expect(paths).toHaveLength(2);
  });

  test("the address of the article and its original page are linked if they are known", () => {
    const sourceUrl = "https://gazette.example/taxes";
    const hrefs = (report: Report) =>
      [...open(report).querySelectorAll("a[href]")].map((each) => each.getAttribute("href"));
    const own = `https://desk.example/articles/${smallReport().article.slug}`;
    const known = hrefs(smallReport({ article: { byline: "Ida", publisher: "Gazette", sourceUrl } }));
    expect(known).toContain(sourceUrl);
    expect(known).toContain(own);
    expect(hrefs(smallReport())).not.toContain(sourceUrl);
  });

  test("who publishes it is named, with the ways to reach them", () => {
    const organisation = {
      ...bareOrganisation("The Ledger", "https://ledger.example"),
      email: "desk@ledger.example",
      address: "1 Quay\nPorto",
    };
    const document = open(smallReport({ organisation }));
    expect(flat(document.querySelector("header")?.textContent)).toBe("† Fact-check by The Ledger");
    const footer = [...document.querySelectorAll("footer")].at(-1) ?? null;
    expect(texts(footer, "a")).toEqual([
      "The Ledger",
      "desk@ledger.example",
      `https://desk.example/articles/${smallReport().article.slug}`,
    ]);
    expect(flat(footer?.textContent)).toContain("1 Quay, Porto");
  });

  test("a correction links to its claim, unless the claim is gone", () => {
    const corrections = [reportCorrection({ claim: 1 }), reportCorrection({ claim: null, field: "removed" })];
    const listed = section(open(smallReport({ claims: [reportClaim()], corrections })), "Corrections");
    expect(texts(listed, "li")).toEqual([
      "Correction, 17 May 2026. Claim 1 Counted again. The verdict was “True” and is now “False”.",
      "Correction, 17 May 2026. Counted again.",
    ]);
    expect(listed?.querySelector("a")?.getAttribute("href")).toBe("#claim-1");
  });

  /** The entry of the only claim. */
  const entry = (claim: Partial<ReportClaim>, rest: Partial<Report> = {}) =>
    open(smallReport({ claims: [reportClaim(claim)], ...rest })).querySelector("article");

  test("a claim with an attribution, a quote of two paragraphs, and a correction of its own", () => {
    const article = entry(
      { claimant: reportClaimant("Ida"), quote: "Taxes\nrose" },
      { corrections: [reportCorrection(), reportCorrection({ claim: 2, note: "Not this one." })] },
    );
    expect(texts(article, "[data-quote] > p")).toEqual(["Taxes", "rose"]);
    expect(texts(article, "[aria-label='Corrections of this claim'] > li")).toEqual([
      "Correction, 17 May 2026. Counted again. The verdict was “True” and is now “False”.",
    ]);
    for (const part of ["Event", "Ida", "The evidence shows that the claim is wrong.", "They fell."])
      expect(flat(article?.textContent)).toContain(part);
    expect(flat(article?.querySelector("footer")?.textContent)).toContain("Checked by Ada, 2 January 2026");
  });

  test("a heading in a rationale is below that of its claim", () => {
    const rationale: ReportBlock[] = [{ type: "heading", level: 1, runs: [run("Why")] }];
    expect(texts(entry({ rationale }), "h5")).toEqual(["Why"]);
  });

  const url = "https://example.org/";
  const archiveUrl = "https://archive.example/copy";
  const listed = "#source-1";
  test.each<[string, Partial<ReportEvidence>, Partial<ReportSource>, string, string[]]>([
    ["no more than it must have", {}, {}, "Supports Budget [1]", [listed]],
    [
      "everything",
      { excerpt: "Up.", note: "Page 3.", accessedOn: "2025-12-31", archiveUrl },
      { publisher: "Treasury", url },
      "Supports Budget, Treasury [1] Up. Page 3. Archived copy, accessed 31 December 2025",
      [url, listed, archiveUrl],
    ],
    ["a page that is gone", {}, { url, gone: true }, "Supports Budget [1] The page is gone.", [url, listed]],
    [
      "a page that is gone, and a copy",
      { archiveUrl },
      { url, gone: true },
      "Supports Budget [1] The page is gone: the title links to an archived copy. Archived copy",
      [archiveUrl, listed, archiveUrl],
    ],
  ])("evidence with %s", (_, evidence, source, text, links) => {
    const item = entry(
      { evidence: [reportEvidence(evidence)] },
      { sources: [reportSource(source)] },
    )?.querySelector("[data-stance]");
    const spaced = item?.innerHTML.replace(/<\/(p|blockquote|span)>/g, " $&");
    expect(flat(spaced?.replace(/<[^>]*>/g, ""))).toBe(text);
    const hrefs = [...(item?.querySelectorAll("a") ?? [])].map((each) => each.getAttribute("href"));
    expect(hrefs).toEqual(links);
  });

  test("evidence from a source that the report does not list is misuse", () => {
    expect(() => entry({ evidence: [reportEvidence()] })).toThrow(/no source 1/);
  });

  test.each<[string, Partial<ReportSource>, string, string[]]>([
    ["no address", {}, "Budget. Web page.", []],
    ["a page", { url }, "Budget. Web page.", [url]],
    ["a page and a copy", { url, archiveUrl }, "Budget. Web page. Archived copy.", [url, archiveUrl]],
    ["a page that is gone", { url, gone: true }, "Budget. Web page. The page is gone.", [url]],
    [
      "a page that is gone, and a copy",
      { url, archiveUrl, gone: true },
      "Budget. Web page. The page is gone: the title links to an archived copy. Original address.",
      [archiveUrl, url],
    ],
    ["no address, of a page that is gone", { gone: true }, "Budget. Web page. The page is gone.", []],
    [
      "a saved copy",
      { publisher: "Treasury", primary: true, keptAt: "2026-01-02T08:00:00Z" },
      "Budget, Treasury. Web page, primary source. A copy was saved on 2 January 2026.",
      [],
    ],
  ])("the list of sources: one with %s", (_, source, text, links) => {
    const item = open(smallReport({ sources: [reportSource(source)] })).querySelector("#source-1");
    expect(flat(item?.textContent)).toBe(text);
    expect([...(item?.querySelectorAll("a") ?? [])].map((each) => each.getAttribute("href")).sort()).toEqual(
      [...links].sort(),
    );
  });
});
