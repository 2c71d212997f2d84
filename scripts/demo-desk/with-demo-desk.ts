import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { makeFaultServer } from "../faults/kills/fault-server";
import { buildApp, isBuilt } from "../steps/build-app";
import { generateClient } from "../steps/generate-client";
import { findBrowser, sandboxArguments } from "../test/find-browser";
import { openTestCluster } from "../test/test-cluster";

/**
 * Runs something in a browser on a desk with the demo: a production server with a database of its own, on loopback. Builds the application
 * first if it must. The settings of this process are those of the desk, so that it can also make people and articles there. Everything is
 * removed at the end.
 * @param progress called with what takes long
 */
export async function withDemoDesk<Value>(
  use: (browser: Browser, address: string) => Promise<Value>,
  progress: (message: string) => void,
): Promise<Value> {
  await generateClient();
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) {
    progress("building the application");
    await buildApp(distDir);
  }
  const dataDir = mkdtempSync(join(tmpdir(), "obelus-demo-desk-"));
  const cluster = await openTestCluster(dataDir);
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: sandboxArguments,
    env: { ...process.env, ...found.env },
  });
  try {
    const databaseUrl = await cluster.makeDatabase("demo_desk");
    const env = { NEXTAUTH_SECRET: randomBytes(48).toString("base64url") };
    Object.assign(process.env, env, {
      DATABASE_URL: databaseUrl,
      OBELUS_DATA_DIR: dataDir,
      OBELUS_DIST_DIR: distDir,
    });
    const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
    const { loadDemo } = await import("@/prisma/demo/load-demo");
    const { disconnect } = await import("@/lib/db/client");
    await ensureFirstAdministrator();
    await loadDemo();
    const server = await makeFaultServer({ databaseUrl, dataDir, distDir, env });
    await server.start();
    try {
      return await use(browser, server.address);
    } finally {
      await server.kill();
      await disconnect();
    }
  } finally {
    await browser.close();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
