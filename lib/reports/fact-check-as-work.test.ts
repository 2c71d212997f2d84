import { expect, test } from "vitest";
import "@/lib/words/languages";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { smallReport } from "@/lib/testing/reports/small-report";
import { factCheckAsWork } from "./fact-check-as-work";

test("a fact-check is cited under its own title, author and day of publication", () => {
  const report = smallReport({ article: { byline: "Ida", publishedOn: "2024-05-17", language: "de" } });
  expect(factCheckAsWork(report, "https://desk.example/articles/taxes")).toEqual({
    url: "https://desk.example/articles/taxes",
    doi: null,
    title: "Faktencheck: Taxes",
    authors: ["desk.example"],
    publisher: null,
    publishedOn: "2026-01-03",
    language: "de",
    kind: "web_page",
    archiveUrl: null,
    details: NO_DETAILS,
  });
});
