import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { makeFaultServer } from "../../faults/kills/fault-server";
import { buildApp, isBuilt } from "../../steps/build-app";
import { generateClient } from "../../steps/generate-client";
import { findBrowser, sandboxArguments } from "../../test/find-browser";
import { openTestCluster } from "../../test/test-cluster";

/** Milliseconds that one step of a task can take. */
const STEP_TIMEOUT_MS = 15_000;

/**
 * Does the standard tasks of the desk with real keys and clicks, on a server of its own with the demo. It fails if a task does not end with
 * the rows that it should.
 * @returns task, keys, clicks, keys at an earlier release
 */
export async function benchKeystrokes(progress: (message: string) => void): Promise<string[][]> {
  await generateClient();
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) {
    progress("building the application");
    await buildApp(distDir);
  }
  const folder = mkdtempSync(join(tmpdir(), "obelus-keystrokes-"));
  const cluster = await openTestCluster(folder);
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: sandboxArguments,
    env: { ...process.env, ...found.env },
  });
  try {
    const databaseUrl = await cluster.makeDatabase("keystrokes");
    // This process makes the people and the articles, and signs the people in.
    process.env.DATABASE_URL = databaseUrl;
    process.env.OBELUS_DIST_DIR = distDir;
    process.env.NEXTAUTH_SECRET = randomBytes(48).toString("base64url");
    const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
    const { loadDemo } = await import("@/prisma/demo/load-demo");
    const { disconnect } = await import("@/lib/db/client");
    await ensureFirstAdministrator();
    await loadDemo();
    const server = await makeFaultServer({
      databaseUrl,
      dataDir: folder,
      distDir,
      env: { NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET },
    });
    await server.start();
    try {
      return await runTasks(browser, server.address, progress);
    } finally {
      await server.kill();
      await disconnect();
    }
  } finally {
    await browser.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTasks(
  browser: Browser,
  address: string,
  progress: (message: string) => void,
): Promise<string[][]> {
  const { makePerson } = await import("@/lib/testing/factories");
  const { signInAs } = await import("@/e2e/fixtures/sign-in-as");
  const { makeSurroundings, TASKS } = await import("./tasks");
  const { Hand } = await import("./hand");
  const handOf = async (person: { id: string }) => {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    // tsx names functions with it, also in code that is sent to the page.
    await context.addInitScript("globalThis.__name ??= (value) => value");
    await signInAs(context, person, address);
    return new Hand(await context.newPage());
  };
  const author = await makePerson({ role: "checker" });
  const at = {
    author,
    article: await makeSurroundings(author),
    own: await handOf(author),
    other: await handOf(await makePerson({ role: "editor" })),
  };
  const rows: string[][] = [];
  for (const { name, before, run } of TASKS) {
    progress(name);
    at.own.reset();
    at.other.reset();
    const { keys, clicks } = await run(at);
    rows.push([name, String(keys), String(clicks), before === null ? "" : String(before)]);
  }
  return rows;
}
