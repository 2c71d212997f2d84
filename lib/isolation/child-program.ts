import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the build puts the program of the child processes, inside its folder: see scripts/steps/bundle-isolation.ts. */
export const BUNDLED_CHILD = "isolation/child.mjs";

export interface ChildProgram {
  /** Absolute path. */
  file: string;
  /** Options of Node. */
  execArgv: string[];
}

/**
 * The program of a child process. A production server runs the one that was bundled with its build, which starts in a fifth of the time;
 * a test run bundles it once, from the sources as they are (`OBELUS_CHILD_PROGRAM`). Everything else runs the source, so that it is never
 * older than the code that starts it.
 * @param root of the project
 */
export function childProgram(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ChildProgram {
  if (environment.OBELUS_CHILD_PROGRAM) return { file: environment.OBELUS_CHILD_PROGRAM, execArgv: [] };
  const bundled = join(
    /* turbopackIgnore: true */ root,
    environment.OBELUS_DIST_DIR || ".next",
    BUNDLED_CHILD,
  );
  if (environment.NODE_ENV === "production" && existsSync(bundled)) return { file: bundled, execArgv: [] };
  return {
    file: join(/* turbopackIgnore: true */ root, "lib", "isolation", "child.ts"),
    execArgv: ["--import", "tsx"],
  };
}
