import { expect, test } from "vitest";
import { smallReport } from "@/lib/testing/reports/small-report";
import { defaultLanguage } from "./content-language";
import type { DocumentContent } from "./document-content";

const reportIn = (language: string): DocumentContent => ({
  kind: "report",
  report: smallReport({ article: { language } }),
});
const notFound: DocumentContent = { kind: "not-found" };

test.each<[string, DocumentContent, string[] | null, string]>([
  ["an article in a language that we speak", reportIn("ar"), ["fr"], "ar"],
  ["an article in a variety of one", reportIn("es-MX"), null, "es"],
  ["an article in another language", reportIn("ja"), ["fr"], "en"],
  [
    "an embed",
    { kind: "embed", content: { kind: "article", report: smallReport({ article: { language: "zh" } }) } },
    ["fr"],
    "zh",
  ],
  ["an embed of nothing", { kind: "embed", content: { kind: "not-found" } }, ["fr"], "fr"],
  ["a list of an organisation", notFound, ["fr", "ar"], "fr"],
  ["a list of one that speaks another language", notFound, ["it", "fr"], "en"],
  ["a list of one that names no language", notFound, [], "en"],
  ["a list of nobody", notFound, null, "en"],
])("%s", (_, content, spoken, expected) => {
  expect(defaultLanguage(content, spoken && { languages: spoken })).toBe(expected);
});
