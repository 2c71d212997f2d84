import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildReport } from "@/lib/reports/build-report";
import { describeChanges } from "@/lib/reports/describe-changes";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/reports/export-formats";
import type { Source } from "@/lib/sources/source";
import { buildClaim, buildSource, doc, p } from "@/lib/testing/builders";
import { readExport } from "@/lib/testing/reports/read-export";
import { exportReport } from "./export-report";

/** A source with a secret in every text field. */
const secret: Source = buildSource({
  id: "secret-id",
  url: "https://secret-host.example/secret-path",
  doi: "10.1000/secret-doi",
  title: "secret-title",
  authors: ["secret-author"],
  publisher: "secret-publisher",
  details: {
    containerTitle: "secret-journal",
    volume: "secret-volume",
    issue: "secret-issue",
    pages: "secret-pages",
    editors: ["secret-editor"],
    translators: ["secret-translator"],
    edition: "secret-edition",
    number: "secret-number",
    publisherPlace: "secret-place",
    eventTitle: "secret-event",
    isbn: "secret-isbn",
    issn: "secret-issn",
  },
  publishedOn: "1987-06-05",
  language: "secret-language",
  kind: "interview",
  confidential: true,
  publicDescription: "An official who was in the room",
  archiveUrl: "https://archive.example/secret-archive",
  keptAt: "1987-06-06T00:00:00.000Z",
  linkState: "gone",
});

const article = doc(p("Taxes rose by a fifth."));
const evidence: Claim["evidence"][number] = {
  id: "secret-evidence",
  stance: "supports",
  excerpt: "secret-excerpt",
  note: "The official confirms the figure.",
  accessedOn: "1987-06-07",
  archiveUrl: "https://archive.example/secret-of-evidence",
  source: secret,
};

function reportWith(source: Source) {
  return buildReport(
    {
      article: {
        slug: "taxes",
        title: "Taxes",
        byline: null,
        publisher: null,
        publishedOn: null,
        sourceUrl: null,
        language: "en",
      },
      version: { number: 1, textHash: "0".repeat(64), doc: article },
      scale: defaultScale,
      claims: [
        {
          ...buildClaim({ id: "claim", evidence: [{ ...evidence, source }] }),
          anchor: { ...buildClaim().anchor, exact: canonicalText(article).text.slice(0, 5) },
        },
      ],
      approvals: [],
      corrections: [],
    },
    {
      publicationId: "p",
      number: 1,
      now: "2026-01-04T00:00:00.000Z",
      publishedBy: { id: "bea", name: "Bea" },
      before: null,
    },
  );
}

/** What must not be published: the secret texts, and the dates in any format. */
const SECRET = /secret|1987|archive\.example/i;

test("the Report contains nothing of a confidential source but its description", () => {
  const report = reportWith(secret);
  expect(JSON.stringify(report)).not.toMatch(SECRET);
  expect(report.sources[0]?.title).toBe("An official who was in the room");
  expect(reportWith({ ...secret, publicDescription: null }).sources[0]?.title).toBeNull();
});

/** Whether a format names sources, not only their addresses. */
const hasSources = (format: ExportFormat) => format !== "claimreview" && format !== "annotations";

test.each(EXPORT_FORMATS)("nothing of it is in the export %s", async (format) => {
  const exported = await exportReport(reportWith(secret), format, "https://desk.example/articles/taxes");
  const text = await readExport(format, exported);
  expect(text).not.toMatch(SECRET);
  if (hasSources(format)) expect(text).toContain("An official who was in the room");
  // Control: without confidentiality the same search finds it.
  const open = await exportReport(
    reportWith({ ...secret, confidential: false }),
    format,
    "https://desk.example/articles/taxes",
  );
  if (hasSources(format)) expect(await readExport(format, open)).toMatch(SECRET);
});

test("a correction does not name a source that has become confidential", () => {
  const [before, after] = [reportWith({ ...secret, confidential: false }), reportWith(secret)];
  expect(describeChanges(before, after)).toEqual([
    {
      claimId: "claim",
      field: "sources",
      from: [{ stance: "supports", unnamed: true, text: "" }],
      to: [
        {
          stance: "supports",
          unnamed: false,
          text: "An official who was in the room, The official confirms the figure.",
        },
      ],
    },
  ]);
});
