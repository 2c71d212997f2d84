import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../steps/project-root";

/** A browser program, and the environment variables that it needs. */
export interface Browser {
  path: string;
  env: Record<string, string>;
}

const PACKAGE = join(projectRoot, "node_modules/@sparticuz/chromium");
const CACHE = join(projectRoot, "node_modules/.cache/obelus-browser");

/**
 * Chromium's headless shell from an npm package, which also has the libraries and a font that a bare Linux lacks. It is unpacked once, in two
 * seconds.
 * @returns undefined if the package is missing or cannot be unpacked
 */
export function unpackBrowser(): Browser | undefined {
  if (process.platform !== "linux" || !existsSync(PACKAGE)) return undefined;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const folder = join(CACHE, version);
  if (!existsSync(folder) && !unpackInto(folder)) return undefined;
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    path: join(folder, "chromium"),
    env: {
      // The machine's own libraries and fonts are better, if it has them.
      ...(hasLibraries(join(folder, "chromium")) ? {} : { LD_LIBRARY_PATH: libraries }),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }),
    },
  };
}

/** Unpacks beside the folder and then moves it, so that an interrupted run leaves no half of a browser. */
function unpackInto(folder: string): boolean {
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(join(CACHE, "unfinished-"));
  try {
    const program =
      'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    const { status } = spawnSync(process.execPath, ["--eval", program], {
      cwd: projectRoot,
      stdio: ["ignore", "ignore", "inherit"],
      // The package unpacks into the folder for temporary files. It adds the libraries when it runs on a host that is known to lack them.
      env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "nodejs22.x", NODE_OPTIONS: "" },
    });
    if (status !== 0) return false;
    renameSync(unfinished, folder);
    return true;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function hasLibraries(program: string): boolean {
  const { stdout, status } = spawnSync("ldd", [program], { encoding: "utf8" });
  return status === 0 && !stdout.includes("not found");
}
