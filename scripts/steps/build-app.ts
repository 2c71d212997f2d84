import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleDocuments } from "./bundle-documents";
import { bundleIsolation } from "./bundle-isolation";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";

/** The files and folders that a build depends on. */
const inputs = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

function hashOfInputs(): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const full = join(projectRoot, path);
    if (!existsSync(full)) return;
    const entries = listFolder(full);
    if (!entries) {
      hash.update(path).update("\0").update(readFileSync(full)).update("\0");
      return;
    }
    for (const entry of entries) if (!isExcluded(entry)) add(`${path}/${entry}`);
  };
  for (const path of inputs) add(path);
  return hash.digest("hex");
}

function isExcluded(name: string): boolean {
  return name === "generated" || /\.test\.tsx?$/.test(name);
}

/** The sorted names in a folder; undefined for a file. */
function listFolder(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether the build in `distDir` is up to date with the sources. */
export function isBuilt(distDir: string): boolean {
  const stamp = join(projectRoot, distDir, "obelus-build");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfInputs();
}

interface BuildOptions {
  /** False if the types are checked elsewhere. */
  checkTypes?: boolean;
  /** Run at a low priority. */
  background?: boolean;
}

/** Builds the application into `distDir`. */
export async function buildApp(
  distDir: string,
  { checkTypes = true, background = false }: BuildOptions = {},
): Promise<void> {
  // Hashed before the build: a file that changes during it makes the build out of date.
  const inputHash = hashOfInputs();
  await runProgram(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: {
      OBELUS_DIST_DIR: distDir,
      OBELUS_BUILD_TYPES: checkTypes ? "check" : "skip",
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    },
    background,
    failure: "The application could not be built. The output of the build is above.",
  });
  await bundleIsolation(distDir);
  await bundleDocuments(distDir);
  writeFileSync(join(projectRoot, distDir, "obelus-build"), inputHash);
}
