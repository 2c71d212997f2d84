import "@/lib/words/languages";
import { expect, test } from "vitest";
import { reportClaim, reportEvidence, reportSource, smallReport } from "@/lib/testing/reports/small-report";
import type { ReportClaim, ReportSource } from "../report";
import { MAX_NOTE_LENGTH, noteDraft, noteLength } from "./note-draft";

const SITE = "https://desk.example";

function draftOf(claim: Partial<ReportClaim>, sources: Partial<ReportSource>[] = [], slug = "taxes") {
  const report = smallReport({
    article: { ...smallReport().article, slug },
    sources: sources.map((source, index) => reportSource({ number: index + 1, ...source })),
    claims: [
      reportClaim({
        evidence: sources.map((_, index) => reportEvidence({ source: index + 1 })),
        ...claim,
      }),
    ],
  });
  return noteDraft(report, report.claims[0] as ReportClaim, SITE);
}

test.each<[string, Partial<ReportClaim>, Partial<ReportSource>[], string]>([
  [
    "verdict, claim, reason and source",
    { statement: "Taxes rose.", rationaleText: "They fell. The office says so." },
    [{ url: "https://stats.example/taxes" }],
    "False: “Taxes rose.” They fell. The office says so. https://stats.example/taxes",
  ],
  [
    "no source",
    { statement: "Taxes rose." },
    [],
    "False: “Taxes rose.” They fell. https://desk.example/articles/taxes/claims/1",
  ],
  [
    "a redacted source",
    { statement: "Taxes rose." },
    [{ url: null, title: null, redacted: true, confidential: true }],
    "False: “Taxes rose.” They fell. https://desk.example/articles/taxes/claims/1",
  ],
  [
    "a source that is gone",
    { statement: "Taxes rose." },
    [{ url: "https://gone.example/", archiveUrl: "https://archive.example/1", gone: true }],
    "False: “Taxes rose.” They fell. https://archive.example/1",
  ],
  [
    "a reason that does not fit whole",
    { statement: "Taxes rose.", rationaleText: `They fell. ${"Much ".repeat(60)}more.` },
    [{ url: "https://stats.example/" }],
    "False: “Taxes rose.” They fell. https://stats.example/",
  ],
  [
    "an altered quotation",
    {
      ratingKey: "altered",
      statement: "He spoke of taxes.",
      quote: "taxes are\ntheft",
      rationaleText: "He did not.",
    },
    [{ url: "https://stats.example/" }],
    "Altered: “taxes are theft” He did not. https://stats.example/",
  ],
  [
    "Chinese",
    { statement: "税收上升。", rationaleText: "税收下降了。统计局公布。" },
    [{ url: "https://stats.example/税" }],
    "False：“税收上升。” 税收下降了。统计局公布。 https://stats.example/税",
  ],
])("%s", (_, claim, sources, text) => {
  const draft = draftOf(claim, sources);
  expect(draft.text).toBe(text);
  expect(draft.length).toBe(noteLength(text));
});

test.each([
  ["words", "Taxes rose by half in a year and nobody saw it. ".repeat(20)],
  ["one word", "x".repeat(2000)],
  ["Thai", "ภาษีเพิ่มขึ้น".repeat(100)],
  ["emoji", "😀".repeat(500)],
])("a statement of many %s is cut and fits, with its URL", (_, statement) => {
  const { text, length, hasSource } = draftOf({ statement }, [
    { url: `https://stats.example/${"y".repeat(900)}` },
  ]);
  expect(length).toBeLessThanOrEqual(MAX_NOTE_LENGTH);
  expect(length).toBeGreaterThan(MAX_NOTE_LENGTH / 2);
  expect(text).toMatch(/…” https:\/\/stats\.example\/y{900}$/);
  expect(text.isWellFormed()).toBe(true);
  expect(hasSource).toBe(true);
});
