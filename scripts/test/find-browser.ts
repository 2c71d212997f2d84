import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { StartError } from "../steps/start-error";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Finds a Chromium, or installs one: Playwright's own, one on the PATH, Playwright's download, Debian's package. */
export function findBrowser(): string {
  const found = playwrightsOwn() ?? onPath();
  if (found) return found;
  console.log("• No Chromium on this machine: installing one");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
  });
  const downloaded = playwrightsOwn();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
    spawnSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
      {
        stdio: ["ignore", "ignore", "inherit"],
        env,
      },
    );
    const installed = onPath();
    if (installed) return installed;
  }
  throw new StartError(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run npm test again.",
  );
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
