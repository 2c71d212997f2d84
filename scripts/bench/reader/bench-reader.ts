import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { formatCitations } from "@/lib/citations/format-citation";
import { DOCUMENT_BUNDLE, loadDocumentBundle } from "@/lib/document-bundle/load-bundle";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { makeFaultServer } from "../../faults/kills/fault-server";
import { buildApp, isBuilt } from "../../steps/build-app";
import { generateClient } from "../../steps/generate-client";
import { projectRoot } from "../../steps/project-root";
import { findBrowser } from "../../test/find-browser";
import { openTestCluster } from "../../test/test-cluster";
import { median } from "../median";
import { countRequests } from "./count-requests";
import { largeReport } from "./large-report";
import { loadPage, measureInputs, type PageLoad } from "./measure-page";
import { type MarkedPage, measurePageMarks } from "./measure-page-marks";
import { type StaticFile, serveBytes } from "./serve-bytes";

const RUNS = 5;
const RATE_MS = 3_000;
const ARTICLE = "/articles/putin-concludes-a-trip-to-china-by-emphasizing-its-strategic";

export interface ReaderTables {
  /** Document, requests a second, of a bare server with the same bytes, ratio. */
  rates: string[][];
  /** Page, LCP, layout shift, bytes in all, of script, of fonts. */
  loads: string[][];
  /** What, figure, mark. */
  large: string[][];
}

/** Measures public documents: how many are served beside a bare `node:http` server, and how they load and react on a slow phone. */
export async function benchReader(progress: (message: string) => void): Promise<ReaderTables> {
  await generateClient();
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) {
    progress("building the application");
    await buildApp(distDir);
  }
  const folder = mkdtempSync(join(tmpdir(), "obelus-reader-"));
  const cluster = await openTestCluster(folder);
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const databaseUrl = await cluster.makeDatabase("reader");
    process.env.DATABASE_URL = databaseUrl;
    process.env.OBELUS_DIST_DIR = distDir;
    const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
    const { loadDemo } = await import("@/prisma/demo/load-demo");
    const { disconnect } = await import("@/lib/db/client");
    await ensureFirstAdministrator();
    await loadDemo();
    await disconnect();
    const server = await makeFaultServer({ databaseUrl, dataDir: folder, distDir });
    await server.start();
    try {
      progress("counting requests");
      const rates = await compareRates(server.address);
      progress("loading the article on a slow phone");
      const loads = await compareLoads(browser, server.address, distDir);
      progress("20,000 words with 500 claims");
      return { rates, loads, large: await measureLarge(browser, distDir) };
    } finally {
      await server.kill();
    }
  } finally {
    await browser.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchCompressed(url: string): Promise<Buffer> {
  // `fetch` decompresses.
  const response = await fetch(url);
  return brotliCompressSync(Buffer.from(await response.arrayBuffer()));
}

async function compareRates(address: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [name, path] of [
    ["article", ARTICLE],
    ["claim", `${ARTICLE}/claims/2`],
    ["front page", "/"],
  ] as const) {
    const file: StaticFile = {
      type: "text/html; charset=utf-8",
      bytes: await fetchCompressed(`${address}${path}`),
      isCompressed: true,
    };
    const bare = await serveBytes(new Map([[path, file]]));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < 3; run++) {
      ours.push(await countRequests(`${address}${path}`, RATE_MS));
      theirs.push(await countRequests(`${bare.address}${path}`, RATE_MS));
    }
    await bare.stop();
    const ratio = median(ours) / median(theirs);
    rows.push([name, median(ours).toFixed(0), median(theirs).toFixed(0), ratio.toFixed(2)]);
  }
  return rows;
}

/** The files of the bundle and some pages, for the bare server. */
async function filesWith(
  distDir: string,
  pages: ReadonlyMap<string, string>,
): Promise<Map<string, StaticFile>> {
  const assets = join(projectRoot, distDir, DOCUMENT_BUNDLE, "assets");
  const files = new Map<string, StaticFile>();
  for (const name of await readdir(assets)) {
    const bytes = await readFile(join(assets, name));
    const isFont = name.endsWith(".woff2");
    const type = isFont ? "font/woff2" : name.endsWith(".css") ? "text/css" : "text/javascript";
    files.set(`/assets/${name}`, {
      type,
      bytes: isFont ? bytes : brotliCompressSync(bytes),
      isCompressed: !isFont,
    });
  }
  for (const [path, html] of pages)
    files.set(path, {
      type: "text/html; charset=utf-8",
      bytes: brotliCompressSync(html),
      isCompressed: true,
    });
  return files;
}

const withoutScript = (html: string) => html.replace(/<script type="module"[^>]*><\/script>/, "");

async function compareLoads(browser: Browser, address: string, distDir: string): Promise<string[][]> {
  const html = await (await fetch(`${address}${ARTICLE}`)).text();
  const bare = await serveBytes(
    await filesWith(
      distDir,
      new Map([
        ["/page", html],
        ["/without-script", withoutScript(html)],
      ]),
    ),
  );
  const rows: string[][] = [];
  for (const [name, url] of [
    ["Obelus", `${address}${ARTICLE}`],
    ["the same from a bare server", `${bare.address}/page`],
    ["the same without script", `${bare.address}/without-script`],
  ] as const) {
    const loads: PageLoad[] = [];
    for (let run = 0; run < RUNS; run++) loads.push(await loadPage(browser, url));
    const of = (key: keyof PageLoad) => median(loads.map((load) => load[key]));
    rows.push([
      name,
      of("lcp").toFixed(0),
      of("shift").toFixed(3),
      ...(["total", "script", "fonts"] as const).map((key) => (of(key) / 1024).toFixed(1)),
    ]);
  }
  await bare.stop();
  return rows;
}

async function measureLarge(browser: Browser, distDir: string): Promise<string[][]> {
  const report = largeReport(500);
  const { render, assets } = await loadDocumentBundle(join(projectRoot, distDir, DOCUMENT_BUNDLE));
  const context = { site: { publicUrl: "https://desk.example", imageHosts: [], organisation: null }, assets };
  const publications = [{ number: 1, publishedAt: report.publication.publishedAt }];
  const citations = formatCitations(factCheckAsWork(report, "https://desk.example/articles/releases"));
  const startedAt = performance.now();
  const html = render({ kind: "article", report, publications, citations }, context);
  const rendering = performance.now() - startedAt;
  const bare = await serveBytes(await filesWith(distDir, new Map([["/large", html]])));
  const inputs: { card: number; filter: number }[] = [];
  const loads: PageLoad[] = [];
  const marked: MarkedPage[] = [];
  for (let run = 0; run < RUNS; run++) {
    marked.push(await measurePageMarks(browser, distDir, report));
    inputs.push(await measureInputs(browser, `${bare.address}/large`));
    loads.push(await loadPage(browser, `${bare.address}/large`));
  }
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${bare.address}/large`);
  const words = (await page.locator("body").textContent()) ?? "";
  await page.close();
  await bare.stop();
  const compressed = brotliCompressSync(html);
  const ratio = compressed.length / brotliCompressSync(words).length;
  if (brotliDecompressSync(compressed).length !== Buffer.byteLength(html)) throw new Error("damaged bytes");
  return [
    ["rendering (ms)", rendering.toFixed(0), ""],
    ["compressed HTML (KB)", (compressed.length / 1024).toFixed(0), ""],
    ["compressed HTML / compressed words", ratio.toFixed(2), "1.25"],
    ["layout shift", median(loads.map(({ shift }) => shift)).toFixed(3), "0"],
    ["opening a card (ms)", median(inputs.map(({ card }) => card)).toFixed(0), "50"],
    ["filtering (ms)", median(inputs.map(({ filter }) => filter)).toFixed(0), "50"],
    [
      `marking ${marked[0]?.marked} claims on the publisher's own page (ms)`,
      median(marked.map(({ duration }) => duration)).toFixed(0),
      "200",
    ],
  ];
}
