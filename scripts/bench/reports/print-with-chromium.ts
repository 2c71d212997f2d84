import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { findBrowser, sandboxArguments } from "../../test/find-browser";
import type { Browser } from "../../test/unpack-browser";
import type { Rendering } from "./rendering-program";

const POLL_INTERVAL_MS = 50;

/**
 * Prints the HTML report with Chromium, from its start to its end. Its memory is that of all its processes together, at its highest.
 * @returns null where Chromium says that printing failed, as with a report of 1,000 claims
 */
export async function printWithChromium(html: Uint8Array): Promise<Rendering | null> {
  const browser = await findBrowser();
  const folder = mkdtempSync(join(tmpdir(), "obelus-print-"));
  const [page, out] = [join(folder, "report.html"), join(folder, "report.pdf")];
  writeFileSync(page, html);
  try {
    const startedAt = performance.now();
    const megabytes = await print(browser, page, out);
    return { milliseconds: performance.now() - startedAt, megabytes, bytes: statSync(out).size };
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes("Printing failed")) return null;
    throw cause;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the highest memory. By Playwright, as the headless shell does not end with `--print-to-pdf`. */
async function print({ path, env }: Browser, page: string, out: string): Promise<number> {
  const server = await chromium.launchServer({
    executablePath: path,
    args: [...sandboxArguments, "--disable-gpu", "--disable-dev-shm-usage"],
    env: { ...process.env, ...env },
  });
  let highest = 0;
  const poll = setInterval(async () => {
    highest = Math.max(highest, await memoryOfTree(server.process().pid ?? 0));
  }, POLL_INTERVAL_MS);
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.pdf({ path: out, preferCSSPageSize: true });
    return highest;
  } finally {
    clearInterval(poll);
    await server.kill();
  }
}

/** Memory of a process and all below it, in megabytes. Linux only; 0 elsewhere. */
async function memoryOfTree(root: number): Promise<number> {
  const ids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    ids.map(async (id) => {
      const text = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
      return { id: Number(id), parent: field("PPid"), kilobytes: field("VmRSS") };
    }),
  );
  const inTree = new Set([root]);
  for (let size = 0; size !== inTree.size; ) {
    size = inTree.size;
    for (const { id, parent } of processes) if (inTree.has(parent)) inTree.add(id);
  }
  return processes
    .filter(({ id }) => inTree.has(id))
    .reduce((sum, { kilobytes }) => sum + kilobytes / 1024, 0);
}
