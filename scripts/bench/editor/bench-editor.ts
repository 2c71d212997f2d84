import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { seededRandom } from "../../evaluate/random";
import { projectRoot } from "../../steps/project-root";
import { findBrowser } from "../../test/find-browser";
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
const RUNS = 3;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/**
 * Draws claims over long texts in Chromium, beside a browser annotation library and bare mark elements.
 * @returns rows: words, claims, who, then mount, draw all, add one, select one, remove one (ms) and heap (MB); medians
 */
export async function benchEditor(progress: (words: string) => void): Promise<string[][]> {
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
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const rows: string[][] = [];
  try {
    for (const [words, count] of SIZES) {
      const text = longText(words);
      const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
      const joined = paragraphs.join("\n");
      const claims = randomSpans(joined, count, seededRandom(words + count)).map((span, index) => ({
        id: `claim-${index}`,
        ...span,
      }));
      for (const name of NAMES) {
        progress(`${words} words, ${count} claims, ${name}`);
        const measured: (Measured & { heap: number })[] = [];
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
          measured.push({ ...result, heap: usedSize / 1024 / 1024 });
          await page.close();
        }
        const of = (key: keyof Measured | "heap", digits: number) =>
          median(measured.map((each) => each[key])).toFixed(digits);
        rows.push([
          words.toLocaleString("en"),
          count.toLocaleString("en"),
          name,
          of("mount", 0),
          of("draw", 0),
          of("add", 1),
          of("select", 1),
          of("remove", 1),
          of("heap", 0),
        ]);
      }
    }
  } finally {
    await browser.close();
  }
  return rows;
}
