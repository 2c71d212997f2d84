import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { ExportFormat } from "@/lib/reports/export-formats";
import { err, ok } from "@/lib/result";
import { smallReport } from "@/lib/testing/reports/small-report";
import { forgetReportFiles, reportFile, storeReportFiles } from "./report-file";

vi.mock("@/lib/isolation/run-in-child-process", () => ({ runInChildProcess: vi.fn() }));

const run = vi.mocked(runInChildProcess);
const report = smallReport();
const request = (id: string, format: ExportFormat = "pdf", revision = 0) => ({
  publication: { id, revision, report },
  format,
  address: "https://desk.example/articles/taxes",
});
const bytesOf = async (id: string, format?: ExportFormat, revision?: number) => {
  const file = await reportFile(request(id, format, revision));
  return file.ok ? file.value.bytes.toString() : file.error.kind;
};

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  forgetReportFiles();
  run.mockReset();
  let files = 0;
  run.mockImplementation(async (_, input) => {
    const bytes = new TextEncoder().encode(`file ${++files}`);
    return ok(
      (input as unknown as { formats: string[] }).formats.map((format) => ({ format, bytes })),
    ) as never;
  });
  vi.spyOn(console, "error").mockImplementation(() => {});
});

test("equal requests wait for one rendering, in the queue of renderings", async () => {
  expect(await Promise.all([bytesOf("a"), bytesOf("a"), bytesOf("b")])).toEqual([
    "file 1",
    "file 1",
    "file 2",
  ]);
  expect(run).toHaveBeenCalledTimes(2);
  expect(run.mock.calls[0]).toMatchObject([
    "export-report",
    { report, formats: ["pdf"] },
    { queue: "rendering" },
  ]);
});

test("a finished file is stored for each key and format", async () => {
  expect(await bytesOf("a")).toBe("file 1");
  expect(await bytesOf("a")).toBe("file 1");
  expect(await bytesOf("a", "html")).toBe("file 2");
});

test.each<[ExportFormat, string]>([
  ["pdf", "file 2"],
  // Data is the same in every language.
  ["json", "file 1"],
])("a %s in another language is %s, and one in the language of the article file 1", async (format, other) => {
  const inLanguage = async (language?: string) => {
    const file = await reportFile({ ...request("a", format), ...(language && { language }) });
    return file.ok ? file.value.bytes.toString() : file.error.kind;
  };
  expect([await inLanguage(), await inLanguage("ar"), await inLanguage("en")]).toEqual([
    "file 1",
    other,
    "file 1",
  ]);
});

test("quick formats are rendered by one process; if that fails, the one that is wanted is rendered alone", async () => {
  expect(await Promise.all([bytesOf("a", "csv"), bytesOf("a", "docx")])).toEqual(["file 1", "file 1"]);
  expect(await bytesOf("a", "annotations")).toBe("file 1");
  expect(run).toHaveBeenCalledTimes(1);
  run.mockResolvedValueOnce(err({ kind: "crashed" }) as never);
  expect(await bytesOf("b", "csv")).toBe("file 2");
  expect(run.mock.calls.at(-1)).toMatchObject(["export-report", { formats: ["csv"] }, {}]);
});

test("equal bytes have an equal ETag, others another one", async () => {
  const etagOf = async (key: string) => {
    const file = await reportFile(request(key));
    return file.ok && file.value.etag;
  };
  run.mockResolvedValue(ok([{ format: "pdf", bytes: new TextEncoder().encode("same") }]) as never);
  const first = await etagOf("a");
  expect(first).toMatch(/^"[\w-]{27}"$/);
  expect(await etagOf("b")).toBe(first);
  run.mockResolvedValue(ok([{ format: "pdf", bytes: new TextEncoder().encode("other") }]) as never);
  expect(await etagOf("c")).not.toBe(first);
});

test("a report that could not be rendered is tried again after a minute, not before", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  vi.advanceTimersByTime(1000);
  run.mockResolvedValueOnce(err({ kind: "too-slow" }) as never);
  expect(await bytesOf("a")).toBe("too-slow");
  vi.advanceTimersByTime(59_000);
  expect(await bytesOf("a")).toBe("too-slow");
  vi.advanceTimersByTime(2_000);
  expect(await bytesOf("a")).toBe("file 1");
});

test("a redaction drops the files of earlier revisions, and only those of its publication", async () => {
  await bytesOf("a");
  await bytesOf("b");
  expect(await bytesOf("a", "pdf", 1)).toBe("file 3");
  expect(await bytesOf("b")).toBe("file 2");
  // Nothing asks for the former revision; it is gone if it had to be rendered again.
  expect(await bytesOf("a", "pdf", 0)).toBe("file 4");
});

test("files that were rendered before the publication was made are not rendered again", async () => {
  const { publication, address } = request("a");
  const bytes = (text: string) => new TextEncoder().encode(text);
  storeReportFiles({ publication, address }, [
    { format: "pdf", bytes: bytes("the PDF") },
    { format: "html", bytes: bytes("the page") },
  ]);
  expect(await Promise.all([bytesOf("a", "pdf"), bytesOf("a", "html")])).toEqual(["the PDF", "the page"]);
  expect(run).not.toHaveBeenCalled();
  expect(await bytesOf("a", "pdf", 1)).toBe("file 1");
});
