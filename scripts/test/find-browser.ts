import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { StartError } from "../steps/start-error";

/** The first that is there is used. A headless shell needs about a third less time: it has no windows and no menus. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Finds a Chromium, or installs one: Playwright's own, one on the PATH, Playwright's download, Debian's package. */
export function findBrowser(): string {
  const found = findDownloaded() ?? findOnPath();
  if (found) return found;
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
