import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { renderPdf } from "./renderers/pdf/render-pdf";
import type { Report, ReportSource } from "./report";
import { reportWords } from "./report-words";
import { sourceHref } from "./source-words";

const { describeDeadLink } = reportWords("en");

const url = "https://gone.example/page";
const archiveUrl = "https://archive.example/copy";

/** A report whose first source has a URL and an archived copy. */
function reportOf(part: Partial<ReportSource>): Report {
  const report = sampleReport();
  const [first, ...others] = report.sources;
  if (!first) throw new Error("the sample has no source");
  return { ...report, sources: [{ ...first, url, archiveUrl, ...part }, ...others] };
}

test.each<[string, Partial<ReportSource>, string | null, string | null]>([
  ["an available page", { gone: false }, null, url],
  ["a page from before links were checked", {}, null, url],
  ["a page that is gone", { gone: true }, null, archiveUrl],
  [
    "one with a copy named by the claim",
    { gone: true },
    "https://archive.example/own",
    "https://archive.example/own",
  ],
  ["one without a known copy", { gone: true, archiveUrl: null }, null, url],
])("the title of %s has the right link", (_, part, own, expected) => {
  const [source] = reportOf(part).sources;
  expect(source && sourceHref(source, own)).toBe(expected);
  expect(source && describeDeadLink(source, own) !== "").toBe(part.gone === true);
});

test("the PDF links to the archive before the page that is gone", async () => {
  const pdf = await renderPdf(reportOf({ gone: true }), "https://desk.example/");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  const flat = text.replace(/\s+/g, " ");
  expect(flat).toContain("the title links to an archived copy");
  expect(flat).toContain(`Archived copy: ${archiveUrl}. The page is gone: ${url}.`);
});
