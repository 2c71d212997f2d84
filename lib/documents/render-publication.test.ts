import { beforeEach, expect, test, vi } from "vitest";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { err, ok } from "@/lib/result";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { renderPublication } from "./render-publication";

vi.mock("@/lib/isolation/run-in-child-process", () => ({ runInChildProcess: vi.fn() }));

const run = vi.mocked(runInChildProcess);
const address = "https://desk.example/articles/taxes";
const short = smallReport();
const long = smallReport({ claims: Array.from({ length: 201 }, () => reportClaim()) });

beforeEach(() => {
  run.mockReset();
  run.mockResolvedValue(ok(ok([])) as never);
});

test.each([
  ["a short one", short, "input", 60_000],
  ["a long one", long, "rendering", 300_000],
])(
  "%s is rendered in one process, in the queue of those who wait for it",
  async (_, report, queue, milliseconds) => {
    expect(await renderPublication({ report, address })).toEqual(ok([]));
    expect(run).toHaveBeenCalledOnce();
    expect(run).toHaveBeenCalledWith(
      "render-outputs",
      {
        report,
        outputs: [
          "pages",
          "pdf",
          "docx",
          "html",
          "md",
          "txt",
          "csv",
          "xlsx",
          "json",
          "claimreview",
          "annotations",
        ],
        address,
        pages: expect.objectContaining({ site: expect.objectContaining({ imageHosts: [] }) }),
      },
      expect.objectContaining({ queue, limits: expect.objectContaining({ milliseconds }) }),
    );
  },
);

test.each([
  [
    "refused",
    ok(err({ format: "html", fault: null, cause: "x" })),
    { format: "html", kind: "failed", fault: null, cause: "x" },
  ],
  ["killed", err({ kind: "too-slow" }), { format: "pdf", kind: "too-slow", fault: null, cause: "too-slow" }],
  [
    "crashed",
    err({ kind: "crashed", cause: "y" }),
    { format: "pdf", kind: "crashed", fault: null, cause: "y" },
  ],
])("a format that was %s is named", async (_, answer, failure) => {
  const said: string[] = [];
  run.mockImplementation((async (
    _name: unknown,
    _input: unknown,
    { onProgress }: { onProgress: (at: object) => void },
  ) => {
    for (const format of ["html", "pdf"]) onProgress({ format, position: 1, total: 3 });
    return answer;
  }) as never);
  const onProgress = ({ format }: { format: string }) => void said.push(format);
  expect(await renderPublication({ report: short, address, onProgress })).toEqual(err(failure));
  expect(said).toEqual(["html", "pdf"]);
});
