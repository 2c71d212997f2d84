import { strFromU8, unzipSync } from "fflate";
import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { REPORT_FILES } from "@/lib/reports/export-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import type { Report } from "@/lib/reports/report";
import { readExport } from "@/lib/testing/reports/read-export";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { exportReport } from "./export-report";

const ADDRESS = "https://desk.example/articles/taxes";
const published = sampleReport();
const draft: Report = {
  ...published,
  status: "draft",
  unfinished: { unapproved: [3, 7], missing: [30] },
  signers: published.signers.filter(({ role }) => role !== "published"),
};

describe.each(REPORT_FILES)("a draft as %s", (format) => {
  test("says what it is and what is not ready, and has no address of a public page", async () => {
    const text = await readExport(format, await exportReport(draft, format, ADDRESS));
    if (format === "json") {
      const json = JSON.parse(String(await exportReport(draft, format, ADDRESS)));
      expect(json).toMatchObject({ status: "draft", unfinished: { unapproved: [3, 7], missing: [30] } });
    } else {
      expect(text).toContain("Draft, not published");
      expect(text).toContain("Not approved yet: claims 3 and 7.");
      expect(text).toContain("claim 30.");
    }
    expect(text).not.toContain(ADDRESS);
    expect(text).not.toContain("Published by");
  });

  test("a published report does not say so", async () => {
    const text = await readExport(format, await exportReport(published, format, ADDRESS));
    expect(text).not.toMatch(/not published|"draft"/);
  });
});

test.each(["md", "txt", "csv"] as const)(
  "the first line of a draft as %s says that it is one",
  async (format) => {
    const [first] = String(await exportReport(draft, format, ADDRESS)).split(/\r?\n/);
    expect(first).toMatch(/^\uFEFF?["*]*Draft, not published/);
  },
);

test("each page of the PDF has the word in its head and across it, as an artifact", async () => {
  const bytes = await exportReport(draft, "pdf", ADDRESS);
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(document.numPages).toBeGreaterThan(3);
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    let isArtifact = false;
    const marks: boolean[] = [];
    for (const item of items) {
      if ("str" in item) {
        if (item.str.replace(/\s/g, "") === "DRAFT") marks.push(isArtifact);
      } else if (item.type !== "endMarkedContent") isArtifact = (item as { tag?: string }).tag === "Artifact";
    }
    expect([number, marks]).toEqual([number, [true, true]]);
  }
  expect(JSON.stringify(await document.getMetadata())).toContain("draft of");
});

test("each page of the Word file has the word in its head", async () => {
  const parts = unzipSync(await exportReport(draft, "docx", ADDRESS));
  const header = strFromU8(parts["word/header1.xml"] ?? new Uint8Array());
  expect(header).toContain(">Draft</w:t>");
  expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toMatch(
    /<w:headerReference w:type="default"/,
  );
  const plain = unzipSync(await exportReport(published, "docx", ADDRESS));
  expect(plain["word/header1.xml"]).toBeUndefined();
});

test("the page of a draft has no way to pages that readers do not have", async () => {
  const html = String(await exportReport(draft, "html", ADDRESS));
  expect(html).not.toContain(`/articles/${draft.article.slug}`);
  expect(html).not.toContain('rel="canonical"');
  expect(html).not.toContain("application/ld+json");
});

test.each([
  ["a4", [595, 842], [11906, 16838]],
  ["letter", [612, 792], [12240, 15840]],
] as const)("pages are %s", async (paper, points, twentieths) => {
  expect(PAPERS).toContain(paper);
  const pdf = await getDocumentProxy(new Uint8Array(await exportReport(draft, "pdf", ADDRESS, { paper })));
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  expect([Math.round(width), Math.round(height)]).toEqual(points);
  const docx = unzipSync(await exportReport(draft, "docx", ADDRESS, { paper }));
  expect(strFromU8(docx["word/document.xml"] ?? new Uint8Array())).toContain(
    `<w:pgSz w:w="${twentieths[0]}" w:h="${twentieths[1]}"`,
  );
});
