import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import type { ExportFormat } from "@/lib/reports/export-formats";
import type { Report } from "@/lib/reports/report";
import { readExport } from "@/lib/testing/reports/read-export";
import {
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import "@/lib/words/languages";
import { languages } from "@/lib/words/words";
import { exportReport } from "./export-report";

/** A draft with something of everything that a report can say; none of its facts is a word of ours. */
const report: Report = smallReport({
  status: "draft",
  unfinished: { unapproved: [1], missing: [4] },
  selection: { of: 9 },
  organisation: {
    ...bareOrganisation("Kxq", "https://kxq.example"),
    name: "Kxq",
    address: "Kxq 1",
    funding: "Kxq",
    licence: "CC-BY-4.0",
  },
  article: { byline: "Ida", publisher: "Kxq", publishedOn: "2026-01-02", sourceUrl: "https://kxq.example/a" },
  summary: { total: 2, counts: [{ ratingKey: "false", count: 2 }] },
  claims: [
    reportClaim({
      claimant: reportClaimant("Ida", { role: "Kxq" }),
      carriedBy: "Kxq",
      claimedOn: "2026-01-02",
      approvedBy: ["Bea", "Cyd"],
      evidence: [
        reportEvidence({
          excerpt: "Kxq.",
          note: "Kxq.",
          accessedOn: "2026-01-02",
          archiveUrl: "https://kxq.example/c",
        }),
        reportEvidence({ id: "evidence-2", source: 2, stance: "refutes" }),
      ],
    }),
    reportClaim({ number: 2, id: "claim-2", position: 2, kind: "prediction" }),
  ],
  sources: [
    reportSource({
      title: "Kxq",
      url: "https://kxq.example/b",
      primary: true,
      gone: true,
      authors: ["Doe, J."],
      keptAt: "2026-01-02T08:00:00.000Z",
      citation: { volume: "12", issue: "3", pages: "4-5" },
    }),
    reportSource({ number: 2, title: null, confidential: true, kind: "transcript" }),
  ],
  corrections: [reportCorrection(), reportCorrection({ field: "claimant", from: null, to: "Ida", claim: 2 })],
  redactions: [{ number: 1, reason: "Kxq.", at: "2026-06-01T00:00:00.000Z" }],
  signers: [{ person: 1, role: "checked", name: "Ada", claims: [1, 2], at: "2026-01-02T08:00:00.000Z" }],
});

/** The words of a message, without its arguments: runs of letters and spaces that say something. */
function wordsOf(message: string): string[] {
  return message
    .split(/\{\w+(?:, \w+)?(?:,|\})|[{}#]|<\/?\w+>|=\d+|\b(?:zero|one|two|few|many|other|none)\b/)
    .flatMap((part) => part.split(/[.:;,“”\n()[\]†→_]+/))
    .map((part) => part.trim())
    .filter((part) => /[A-Za-z]{4}/.test(part));
}

/** All messages of a language that readers see. */
function catalogueOf(language: string): string[] {
  return readdirSync("lib/words/de")
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) =>
      Object.values<string>(JSON.parse(readFileSync(join("lib/words", language, name), "utf8"))),
    );
}

const NAMES = ["Word", "Excel", "Markdown", "HTML", "JSON", "ClaimReview", "Obelus", "Web Annotations"];

/** Names of properties, styles and attributes, which are in the format itself. */
const OF_FORMAT: Partial<Record<ExportFormat, readonly string[]>> = {
  pdf: ["Language"],
  docx: ["Table", "Quote"],
  // Of the style sheet and the script in it.
  html: ["current", "checked", "words"],
  annotations: ["Person"],
};

const FORMATS: readonly ExportFormat[] = ["pdf", "docx", "html", "md", "txt", "xlsx", "annotations"];

test.each(
  languages()
    .filter((language) => language !== "en")
    .flatMap((language) => FORMATS.map((format) => [format, language] as const)),
)("no English is left in a %s in %s", async (format, language) => {
  const own = catalogueOf(language).join("\n");
  const english = [...new Set(catalogueOf("en").flatMap(wordsOf))].filter(
    (word) => !NAMES.includes(word) && !OF_FORMAT[format]?.includes(word) && !own.includes(word),
  );
  const file = await exportReport(report, format, "https://desk.example/articles/taxes", { language });
  const text = await readExport(format, file);
  expect(english.length).toBeGreaterThan(300);
  expect(english.filter((word) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, "u").test(text))).toEqual(
    [],
  );
});
