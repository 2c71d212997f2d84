import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { renderDocx } from "./docx/render-docx";
import { renderXlsx } from "./tables/xlsx";

afterEach(() => vi.useRealTimers());

test.each([
  ["Word", renderDocx],
  ["Excel", renderXlsx],
])("a %s file of a Report is the same at any time", async (_, render) => {
  const report = sampleReport();
  const at = (instant: string) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
    return render(report, "https://desk.example/articles/taxes");
  };
  const [file, later] = [await at("2026-01-01T00:00:00Z"), await at("2031-05-06T07:08:09Z")];
  expect(later.equals(file)).toBe(true);
});

test("a Word file says when it was published", async () => {
  const report = sampleReport();
  const file = await renderDocx(report, "https://desk.example/articles/taxes");
  const properties = strFromU8(unzipSync(file)["docProps/core.xml"] ?? new Uint8Array());
  const seconds = report.publication.publishedAt.replace(/\.\d+Z$/, "Z");
  expect(properties).toContain(`>${seconds}</dcterms:modified>`);
});
