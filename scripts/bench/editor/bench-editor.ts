import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { build } from "esbuild";
import { seededRandom } from "../../evaluate/random";
import { projectRoot } from "../../steps/project-root";
import { findBrowser, sandboxArguments } from "../../test/find-browser";
import { longText, randomSpans } from "../anchoring";
import type { Measured } from "./page";

const NAMES = ["obelus", "recogito-spans", "recogito-highlights", "plain-marks"] as const;
const SIZES = [
  [20_000, 50],
  [20_000, 500],
  [20_000, 2_000],
  [100_000, 500],
  [100_000, 2_000],
] as const;
/** Numbers of claims, each twice the last, to measure how the cost grows; at 20,000 words. */
const DOUBLING = [250, 500, 1_000, 2_000, 4_000] as const;
const RUNS = 3;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Number of pointer moves over the text to measure the cost of one. */
const MOVES = 40;

type Row = Measured & {
  /** Milliseconds of main-thread time for one pointer move over the text. */
  hover: number;
  /** Megabytes. */
  heap: number;
};

/**
 * Draws claims over long texts in Chromium, and compares this with a browser annotation library and plain mark elements.
 * @returns two tables of medians: `sizes` (words, claims, program; mount, draw, all drawn, add, select, remove, hover in ms; heap in MB)
 *   and `doubling` (claims; draw, all drawn and add for ours and for plain marks)
 */
export async function benchEditor(
  progress: (message: string) => void,
): Promise<{ sizes: string[][]; doubling: string[][] }> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, "scripts/bench/editor/page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    outdir: "/bench",
    loader: { ".css": "empty" },
    tsconfig: join(projectRoot, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = outputFiles.find((file) => file.path.endsWith(".js"))?.text ?? "";
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: sandboxArguments,
    env: { ...process.env, ...env },
  });
  try {
    const sizes: string[][] = [];
    for (const [words, count] of SIZES)
      for (const name of NAMES) {
        progress(`${words} words, ${count} claims, ${name}`);
        const row = await measure(browser, script, { words, count, name });
        const { mount, draw, allDrawn, add, select, remove, hover, heap } = row;
        sizes.push([
          words.toLocaleString("en"),
          count.toLocaleString("en"),
          name,
          ...[mount, draw, allDrawn].map((value) => value.toFixed(0)),
          ...[add, select, remove].map((value) => value.toFixed(1)),
          hover.toFixed(2),
          heap.toFixed(0),
        ]);
      }
    const doubling: string[][] = [];
    for (const count of DOUBLING) {
      progress(`20000 words, ${count} claims, doubling`);
      const ours = await measure(browser, script, { words: 20_000, count, name: "obelus" });
      const marks = await measure(browser, script, { words: 20_000, count, name: "plain-marks" });
      doubling.push([
        count.toLocaleString("en"),
        ...[ours, marks].flatMap(({ draw, allDrawn, add }) => [
          draw.toFixed(0),
          allDrawn.toFixed(0),
          add.toFixed(1),
        ]),
      ]);
    }
    return { sizes, doubling };
  } finally {
    await browser.close();
  }
}

/** The medians of several runs, each in a new page. */
async function measure(
  browser: Browser,
  script: string,
  { words, count, name }: { words: number; count: number; name: string },
): Promise<Row> {
  const paragraphs = longText(words)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const claims = randomSpans(paragraphs.join("\n"), count, seededRandom(words + count)).map(
    (span, index) => ({
      id: `claim-${index}`,
      ...span,
    }),
  );
  const rows: Row[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent("<!doctype html><style>body{font:18px/1.6 serif;max-width:40rem}</style>");
    await page.addScriptTag({ content: script });
    const result = await page.evaluate(
      ([who, lines, spans]) =>
        (
          window as unknown as {
            bench(who: string, lines: string[], spans: object[]): Promise<Measured>;
          }
        ).bench(who, lines, spans),
      [name, paragraphs, claims] as const,
    );
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    await session.send("Performance.enable");
    const busy = async () =>
      (await session.send("Performance.getMetrics")).metrics.find(({ name: each }) => each === "TaskDuration")
        ?.value ?? 0;
    const before = await busy();
    for (let move = 0; move < MOVES; move++) await page.mouse.move(40 + ((move * 37) % 500), 60 + move * 18);
    const hover = (((await busy()) - before) / MOVES) * 1000;
    rows.push({ ...result, hover, heap: usedSize / 1024 / 1024 });
    await page.close();
  }
  const of = (key: keyof Row) => median(rows.map((row) => row[key]));
  return {
    mount: of("mount"),
    draw: of("draw"),
    allDrawn: of("allDrawn"),
    add: of("add"),
    select: of("select"),
    remove: of("remove"),
    hover: of("hover"),
    heap: of("heap"),
  };
}
