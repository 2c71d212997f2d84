import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportReport } from "@/lib/document-bundle/export-report";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/reports/export-formats";
import { makeFaultServer } from "../../faults/kills/fault-server";
import { buildApp, isBuilt } from "../../steps/build-app";
import { ensureDocumentBundle } from "../../steps/bundle-documents";
import { generateClient } from "../../steps/generate-client";
import { projectRoot } from "../../steps/project-root";
import { openTestCluster } from "../../test/test-cluster";
import { median } from "../median";
import { largeReport } from "../reader/large-report";
import { printWithChromium } from "./print-with-chromium";
import type { Rendering } from "./rendering-program";

const SIZES = [20, 200, 1_000] as const;
const RUNS = 3;
/** Milliseconds that a format can take for 1,000 claims; PDF is compared instead. */
const LIMITS: Partial<Record<ExportFormat, number>> = { docx: 1_000 };
const LIMIT = 300;
/** At 200 claims we are this many times as fast as the faster peer. */
const FASTER = 2;
/** Half of what @react-pdf/renderer took for 1,000 claims when the mark was set. */
const MAX_MEGABYTES = 485;
/** How much slower a public page can be while reports are exported. */
const MAX_RATIO = 1.5;
const ARTICLE = "putin-concludes-a-trip-to-china-by-emphasizing-its-strategic";
const REQUESTS = 300;

export interface ReportTables {
  /** Claims, program, time, memory, size. */
  pdfs: string[][];
  /** Format, time, mark. */
  formats: string[][];
  /** When, p95, ratio. */
  requests: string[][];
  missed: string[];
}

/** Measures reports: PDF beside @react-pdf/renderer and Chromium's print of the HTML report, all other formats, and readers meanwhile. */
export async function benchReports(progress: (message: string) => void): Promise<ReportTables> {
  await generateClient();
  await ensureDocumentBundle();
  const missed: string[] = [];
  const pdfs: string[][] = [];
  for (const claims of SIZES) {
    progress(`PDF of ${claims.toLocaleString("en")} claims`);
    const html = await exportReport(largeReport(claims), "html", "https://desk.example/articles/releases");
    const programs = [
      ["Obelus (Typst)", await measure(() => renderIn("pdf", claims))],
      ["@react-pdf/renderer", await measure(() => renderIn("react-pdf", claims))],
      ["Chromium, print", await measure(() => printWithChromium(html))],
    ] as const;
    for (const [name, rendering] of programs) {
      progress(`  ${name}: ${rendering ? `${rendering.milliseconds.toFixed(0)} ms` : "fails"}`);
      pdfs.push([
        claims.toLocaleString("en"),
        name,
        ...(rendering ? figuresOf(rendering) : ["fails", "", ""]),
      ]);
    }
    const [[, ours], ...peers] = programs;
    const fastest = Math.min(...peers.flatMap(([, rendering]) => rendering?.milliseconds ?? []));
    if (!ours) throw new Error(`the PDF of ${claims} claims can't be made`);
    if (claims === 200 && ours.milliseconds * FASTER > fastest)
      missed.push(`the PDF of 200 claims is only ${(fastest / ours.milliseconds).toFixed(1)} times as fast`);
    if (claims === 1_000 && ours.megabytes > MAX_MEGABYTES)
      missed.push(`the PDF of 1,000 claims needs ${ours.megabytes.toFixed(0)} MB`);
  }
  progress("other formats");
  const formats: string[][] = [];
  for (const format of EXPORT_FORMATS.filter((each) => each !== "pdf")) {
    const milliseconds = (await measure(() => renderIn(format, 1_000)))?.milliseconds ?? Number.NaN;
    const limit = LIMITS[format] ?? LIMIT;
    formats.push([format, milliseconds.toFixed(0), String(limit)]);
    progress(`  ${format}: ${milliseconds.toFixed(0)} ms`);
    if (milliseconds > limit) missed.push(`${format} takes ${milliseconds.toFixed(0)} ms`);
  }
  progress("a public page during exports");
  const { without, during } = await measureRequests();
  const ratio = during / without;
  if (ratio > MAX_RATIO) missed.push(`a public page is ${ratio.toFixed(1)} times as slow during exports`);
  return {
    pdfs,
    formats,
    requests: [
      ["without exports", without.toFixed(1), ""],
      ["during exports", during.toFixed(1), ratio.toFixed(2)],
    ],
    missed,
  };
}

const figuresOf = ({ milliseconds, megabytes, bytes }: Rendering) =>
  [milliseconds, megabytes, bytes / 1024].map((n) => n.toFixed(0));

/**
 * The middle of some runs by time. Each is a process of its own, so that its memory is that of one rendering.
 * @returns null if one of them fails
 */
async function measure(run: () => Promise<Rendering | null>): Promise<Rendering | null> {
  const runs: Rendering[] = [];
  for (let n = 0; n < RUNS; n++) {
    const rendering = await run();
    if (!rendering) return null;
    runs.push(rendering);
  }
  const time = median(runs.map(({ milliseconds }) => milliseconds));
  return runs.find(({ milliseconds }) => milliseconds === time) as Rendering;
}

async function renderIn(program: ExportFormat | "react-pdf", claims: number): Promise<Rendering> {
  const child = fork(
    join(projectRoot, "scripts/bench/reports/rendering-program.ts"),
    [program, String(claims)],
    {
      cwd: projectRoot,
      execArgv: ["--import", "tsx", "--no-warnings"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const [answer] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`${program} of ${claims} claims ended with exit status ${code}`);
    }),
  ])) as [Rendering];
  if (child.exitCode === null) await once(child, "exit");
  return answer;
}

/** The p95 of a public page in milliseconds, while nothing else happens and while PDFs are exported. */
async function measureRequests(): Promise<{ without: number; during: number }> {
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) await buildApp(distDir);
  const folder = mkdtempSync(join(tmpdir(), "obelus-reports-"));
  const cluster = await openTestCluster(folder);
  try {
    const databaseUrl = await cluster.makeDatabase("reports");
    process.env.DATABASE_URL = databaseUrl;
    process.env.OBELUS_DIST_DIR = distDir;
    const { token, articleId } = await fill();
    const server = await makeFaultServer({ databaseUrl, dataDir: folder, distDir });
    await server.start();
    try {
      const page = `${server.address}/articles/${ARTICLE}`;
      await p95Of(page);
      const without = await p95Of(page);
      let isOver = false;
      const exporting = Promise.all(
        [1, 2].map(async (claim) => {
          // A report of some claims is made again each time.
          const address = `${server.address}/api/v1/articles/${articleId}/exports/pdf?claims=${claim}`;
          while (!isOver)
            await (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer();
        }),
      );
      const during = await p95Of(page);
      isOver = true;
      await exporting;
      return { without, during };
    } finally {
      await server.kill();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database with the demo. @returns a token for its exports */
async function fill(): Promise<{ token: string; articleId: string }> {
  const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
  const { loadDemo } = await import("@/prisma/demo/load-demo");
  const { disconnect } = await import("@/lib/db/client");
  const { findFirstAdministratorId, findUser } = await import("@/lib/db/users");
  const { findArticleBySlug } = await import("@/lib/db/articles");
  const { createToken } = await import("@/lib/workflows/people/api-tokens");
  await ensureFirstAdministrator();
  await loadDemo();
  const owner = await findUser((await findFirstAdministratorId()) ?? "");
  const article = await findArticleBySlug(ARTICLE);
  if (!owner || !article) throw new Error("the demo is incomplete");
  const created = await createToken(owner, {
    name: "bench",
    scopes: ["export", "read"],
    expiresInDays: null,
  });
  if (!created.ok) throw new Error(created.error.message);
  await disconnect();
  return { token: created.value.token, articleId: article.id };
}

async function p95Of(url: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const startedAt = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(REQUESTS * 0.95)] as number;
}
