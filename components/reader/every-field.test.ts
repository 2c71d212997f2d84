import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { formatCitations } from "@/lib/citations/format-citation";
import { directionOfText } from "@/lib/document/direction";
import type { DocumentContent } from "@/lib/document-bundle/document-content";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { renderPdf } from "@/lib/reports/renderers/pdf/render-pdf";
import { reportView } from "@/lib/reports/renderers/pdf/report-view";
import { scriptOf } from "@/lib/reports/text-language";
import { foreignReport } from "@/lib/testing/reports/foreign-report";
import { renderDocument } from "./render-document";

// Every text of every output is in the language that its letters tell, whatever field it comes from.

/** The languages that a text can be marked with, by its letters. */
const LANGUAGES: Record<string, readonly string[]> = {
  Latn: ["en", "und-Latn"],
  Hani: ["zh", "ja"],
  Jpan: ["ja"],
  Hebr: ["he"],
  Arab: ["ar"],
  Grek: ["el"],
  Cyrl: ["und-Cyrl"],
};
const languagesOf = (text: string) => LANGUAGES[scriptOf(text) ?? ""];

const context = {
  site: { publicUrl: "https://desk.example", imageHosts: ["img.example"], organisation: null },
  assets: { styles: "/a.css", script: "/a.js", starter: "/s.js", preloadedFonts: [] },
};

function contents(language: "en" | "ar"): Record<string, DocumentContent> {
  const report = foreignReport(language);
  const citations = formatCitations(factCheckAsWork(report, "https://desk.example/articles/taxes"));
  const [claim] = report.claims;
  const rating = report.scale.ratings.find(({ key }) => key === "false");
  if (!claim || !rating) throw new Error("the report has no claim");
  const related = { article: { slug: "other", title: "另一篇" }, number: 2, statement: "טענה אחרת", rating };
  return {
    article: {
      kind: "article",
      report,
      publications: [{ number: 2, publishedAt: claim.verdictAt }],
      citations,
    },
    report: { kind: "report", report },
    claim: {
      kind: "claim",
      report,
      number: 1,
      history: [
        {
          publication: 2,
          publishedAt: claim.verdictAt,
          number: 1,
          rating,
          changes: [
            { kind: "rating", from: rating },
            { kind: "statement", from: "以前的说法" },
          ],
        },
      ],
      sameClaimant: [related],
      sameSources: [],
      currentPath: null,
    },
    "embedded article": { kind: "embed", content: { kind: "article", report } },
    "embedded claim": { kind: "embed", content: { kind: "claim", report, number: 1 } },
    "offline file": { kind: "offline", report },
    "unpublished page": {
      kind: "unpublished",
      unpublication: { slug: "taxes", title: "标题", reason: "סיבה", at: claim.verdictAt },
    },
  };
}

/** What is wrong with the language of a page's text, a line for each piece. */
function faultsIn(node: Node): string[] {
  const { parentElement: parent } = node;
  const text = node.nodeValue ?? "";
  const languages = node.nodeType === 3 ? languagesOf(text) : undefined;
  if (!languages || !parent)
    return ["SCRIPT", "STYLE", "TEMPLATE"].includes(node.nodeName)
      ? []
      : [...node.childNodes].flatMap(faultsIn);
  const marked = parent.closest("[lang]");
  const lang = marked?.getAttribute("lang") ?? "";
  const dir = parent.closest("[dir]")?.getAttribute("dir") ?? "ltr";
  // Words inside a text go where Unicode puts them.
  const isInside = marked?.localName === "span" && !marked.hasAttribute("dir");
  const isTurned = isInside || dir === "auto" || dir === directionOfText(text);
  return languages.includes(lang) && isTurned ? [] : [`${lang} ${dir}: ${text}`];
}

/** Parts of the data for the PDF that are not read by people. */
const SILENT =
  /^(icon|hue|authors|address|url|href|src|archiveUrl|sourceUrl|lang|region|dir|type|rating|underline|host)$/;

/** What is wrong with the language of the texts in the data for the PDF. @param lang of the text around */
function faultsInView(value: unknown, lang: string, key = ""): string[] {
  if (typeof value === "string") {
    const languages = languagesOf(value)?.map((each) => each.split("-", 1)[0]);
    return SILENT.test(key) || !languages || languages.includes(lang) ? [] : [`${lang} ${key}: ${value}`];
  }
  if (value === null || typeof value !== "object") return [];
  const own = (value as { lang?: string | null }).lang ?? lang;
  const { text, dir, pieces } = value as { text?: string; dir?: string; pieces?: unknown };
  const turn = text === undefined || dir === undefined ? null : directionOfText(text);
  return [
    ...(turn !== null && turn !== dir ? [`${dir} ${key}: ${text}`] : []),
    ...Object.entries(value)
      // The pieces are set instead.
      .filter(([name]) => !(name === "text" && pieces))
      .flatMap(([name, each]) => faultsInView(each, own, Array.isArray(value) ? key : name)),
  ];
}

describe.each(["en", "ar"] as const)("an article in %s with texts in other languages", (language) => {
  test.each(Object.entries(contents(language)))("%s", (_, content) => {
    const { document } = parseHTML(renderDocument(content, context));
    expect(document.body.textContent).toMatch(/\p{Script=Han}/u);
    expect(faultsIn(document.documentElement)).toEqual([]);
  });

  test("PDF", async () => {
    const { blocks, ...view } = reportView(foreignReport(language), null);
    expect(faultsInView(view, "en")).toEqual([]);
    expect(faultsInView(blocks, language)).toEqual([]);
    expect((await renderPdf(foreignReport(language))).toString("latin1")).toContain("pdfuaid:part");
  });
});
