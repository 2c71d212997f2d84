import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";

/** What a build is made from. */
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
    const entries = statEntries(full);
    if (!entries) {
      hash.update(path).update("\0").update(readFileSync(full)).update("\0");
      return;
    }
    for (const entry of entries) if (!isLeftOut(entry)) add(`${path}/${entry}`);
  };
  for (const path of inputs) add(path);
  return hash.digest("hex");
}

function isLeftOut(name: string): boolean {
  return name === "generated" || /\.test\.tsx?$/.test(name);
}

/** The sorted names in a folder; undefined for a file. */
function statEntries(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether the build in `distDir` was made from the sources as they are. */
export function isBuilt(distDir: string): boolean {
  const stamp = join(projectRoot, distDir, "obelus-build");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfInputs();
}

interface BuildOptions {
  /** Off where the types are checked elsewhere. */
  checkTypes?: boolean;
  /** Leave the processors to others that need them. */
  background?: boolean;
}

/** Builds the application into `distDir`. */
export async function buildApp(
  distDir: string,
  { checkTypes = true, background = false }: BuildOptions = {},
): Promise<void> {
  const made = hashOfInputs();
  await runProgram(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: {
      OBELUS_DIST_DIR: distDir,
      OBELUS_BUILD_TYPES: checkTypes ? "check" : "skip",
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
      NODE_OPTIONS: "",
    },
    background,
    failure: "The application could not be built; the words of the build stand above.",
  });
  writeFileSync(join(projectRoot, distDir, "obelus-build"), made);
}
