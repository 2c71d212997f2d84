import { dirname, join } from "node:path";
import { BUNDLED_CHILD } from "../../lib/isolation/child-program";
import { projectRoot } from "./project-root";

/**
 * Bundles the program of the child processes into a build. Its packages stay outside: they are loaded from node_modules, some of them with
 * files of their own. Each task is a chunk, so that a process loads only the code of the task that it runs.
 * @param distDir folder of the build, inside the checkout
 */
export async function bundleIsolation(distDir: string): Promise<void> {
  // Loaded only here: the server's process imports this file as well.
  const { build } = await import("esbuild");
  const outfile = join(projectRoot, distDir, BUNDLED_CHILD);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: { child: "lib/isolation/child.ts" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    outdir: dirname(outfile),
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
}
