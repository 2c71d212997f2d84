import { mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { bundleDocuments } from "../steps/bundle-documents";
import { bundleIsolation } from "../steps/bundle-isolation";
import { projectRoot } from "../steps/project-root";

/**
 * Bundles the renderer of public documents and the isolated child process, as a build does, and the other programs that tests start many
 * times: the command line and the preparation of a database. Through tsx, each start compiles the same files for half a second to
 * two. Run by Vitest once, before its workers start; they find the programs in the environment.
 */
export async function setup(): Promise<void> {
  // Two folders below the root, as the sources are, so that paths relative to a module stay valid; ignored by Git like any build.
  folder = mkdtempSync(join(projectRoot, ".next-programs-"));
  await build({
    absWorkingDir: projectRoot,
    entryPoints: {
      command: "scripts/obelus/main.ts",
      prepare: "scripts/start/prepare.ts",
    },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    outdir: join(folder, "programs"),
    outExtension: { ".js": ".mjs" },
    sourcemap: "inline",
    logLevel: "warning",
  });
  await bundleDocuments(basename(folder));
  process.env.OBELUS_DIST_DIR = basename(folder);
  process.env.OBELUS_CHILD_PROGRAM = await bundleIsolation(basename(folder));
  process.env.OBELUS_COMMAND_PROGRAM = join(folder, "programs", "command.mjs");
  process.env.OBELUS_PREPARE_PROGRAM = join(folder, "programs", "prepare.mjs");
}

export function teardown(): void {
  if (folder) rmSync(folder, { recursive: true, force: true });
}

let folder: string | undefined;
