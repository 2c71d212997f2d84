import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { StartError, sentenceFor } from "../steps/start-error";
import { type Browser, unpackBrowser } from "./unpack-browser";

/** The names that Chromium has as a package. The headless shell comes first: it has no windows and needs a third less time. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Finds a Chromium for the browser tests: the headless shell in an npm package, Playwright's own, one on the PATH, or else one that it installs
 * (Playwright's download, Debian's package).
 * @throws StartError if there is none
 */
export async function findBrowser(): Promise<Browser> {
  const unpacked = unpackBrowser();
  if (unpacked && (await starts(unpacked))) return unpacked;
  return { path: findDownloaded() ?? findOnPath() ?? install(), env: {} };
}

/** Whether the program starts here: not every system has what it needs. */
async function starts({ path, env }: Browser): Promise<boolean> {
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: sandboxArguments,
      env: { ...process.env, ...env },
    });
    await browser.close();
    return true;
  } catch (cause) {
    console.log(`• The packaged Chromium does not start here: ${sentenceFor(cause)}`);
    return false;
  }
}

/** Chromium refuses to run as root with its sandbox. */
export const sandboxArguments = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

function install(): string {
  console.log("• No Chromium on this machine: installing one");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
  });
  const downloaded = findDownloaded();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const installed = installPackage();
    if (installed) return installed;
  }
  throw new StartError(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run npm test again.",
  );
}

/** Not every Debian and Ubuntu has the shell as a package. */
function installPackage(): string | undefined {
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  aptGet("update", "-qq");
  for (const name of ["chromium-headless-shell", "chromium"]) {
    aptGet("install", "-y", "-qq", "--no-install-recommends", name, "fonts-liberation");
    const installed = findOnPath();
    if (installed) return installed;
  }
  return undefined;
}

function findDownloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
