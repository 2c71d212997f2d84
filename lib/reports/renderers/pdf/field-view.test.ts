import { describe, expect, test } from "vitest";
import { ARABIC, ENGLISH, mixedReport } from "@/lib/testing/reports/mixed-report";
import type { PieceView } from "./field-view";
import { renderPdf } from "./render-pdf";
import { reportView } from "./report-view";

type View = ReturnType<typeof reportView>;
/** The words of a sentence, with what is in another language in brackets. */
const said = (pieces: readonly PieceView[]) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : `[${piece.lang}: ${piece.text}]`)).join("");
type Field = { text?: string; lang: string | null; dir: "ltr" | "rtl" };

const claim = ({ claims }: View) => claims[0] as View["claims"][number];
const evidence = (view: View, index: number) =>
  claim(view).evidence[index] as View["claims"][number]["evidence"][number];

const views = {
  "an English report": reportView(mixedReport("en"), null),
  "an Arabic report": reportView(mixedReport("ar"), null),
};

describe.each<[keyof typeof views, string, (view: View) => Field | null, string]>([
  ["an English report", "title", ({ title }) => title, "en ltr"],
  ["an English report", "quote", (view) => claim(view).quote, "en ltr"],
  ["an English report", "statement", (view) => claim(view).statement, "ar rtl"],
  ["an English report", "reason", (view) => claim(view).rationale, "- rtl"],
  ["an Arabic report", "title", ({ title }) => title, "ar rtl"],
  ["an Arabic report", "quote", (view) => claim(view).quote, "ar rtl"],
  ["an Arabic report", "statement", (view) => claim(view).statement, "- ltr"],
  ["an Arabic report", "reason", (view) => claim(view).rationale, "- ltr"],
  ["an Arabic report", "Arabic excerpt", (view) => evidence(view, 0).excerpt, "ar rtl"],
  ["an Arabic report", "English note", (view) => evidence(view, 0).note, "- ltr"],
  ["an English report", "English excerpt", (view) => evidence(view, 1).excerpt, "- ltr"],
  ["an English report", "Arabic note", (view) => evidence(view, 1).note, "ar rtl"],
  ["an English report", "Arabic title of a source", ({ sources }) => sources[0]?.title ?? null, "ar rtl"],
  ["an English report", "English title of a source", ({ sources }) => sources[1]?.title ?? null, "- ltr"],
  ["an English report", "source without a title", ({ sources }) => sources[2]?.title ?? null, "- ltr"],
  ["an English report", "note of a correction", ({ corrections }) => corrections[0]?.note ?? null, "ar rtl"],
])("in %s", (report, name, find, expected) => {
  test(`the ${name} is set in its language and direction`, () => {
    const field = find(views[report]);
    expect(`${field?.lang ?? "-"} ${field?.dir}`).toBe(expected);
  });
});

test("each paragraph of a reason has its own language and direction", () => {
  expect(claim(views["an English report"]).rationale.blocks).toMatchObject([{ lang: "ar" }, { dir: "ltr" }]);
  expect(claim(views["an Arabic report"]).rationale.blocks).toMatchObject([
    { runs: [{ text: ENGLISH }] },
    { dir: "rtl", lang: "ar" },
  ]);
});

test.each<[string, unknown, unknown]>([
  ["an author", views["an Arabic report"].origin.map(said), ["By \u2067[ar: محمد]\u2069", "Gazette"]],
  ["a publisher", views["an English report"].origin.map(said), ["By Ida", "\u2067[ar: الجريدة]\u2069"]],
  [
    "a claimant",
    said(claim(views["an English report"]).attribution),
    "\u2067[ar: وزارة التجارة]\u2069, 17 May 2024",
  ],
  [
    "who signed",
    said(claim(views["an English report"]).signed),
    "Checked by Ada, approved by \u2067[ar: نور]\u2069, 2 January 2026",
  ],
  ["a source", evidence(views["an English report"], 0).title.text, "\u2067تقرير\u2069"],
  [
    "its publisher",
    said(evidence(views["an English report"], 1).origin),
    ", \u2067[ar: وزارة المالية]\u2069",
  ],
  [
    "a correction",
    said(views["an English report"].corrections[0]?.change ?? []),
    `The claim was reworded: “\u2067[ar: ${ARABIC}]\u2069” before, “${ENGLISH}” now.`,
  ],
])("%s of the other direction reorders nothing around it", (_, actual, expected) => {
  expect(actual).toEqual(expected);
});

test.each(["en", "ar"] as const)("a report in %s is a PDF for assistive technology", async (language) => {
  const pdf = (await renderPdf(mixedReport(language))).toString("latin1");
  expect(pdf).toContain("pdfuaid:part");
});
