import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { BUNDLED_CHILD } from "../../lib/isolation/child-program";
import { projectRoot } from "./project-root";

/** Packages with native code or with files of their own, which a bundle would lose. */
const LEFT_OUTSIDE = ["@myriaddreamin/*", "pdfjs-dist", "pdfjs-dist/*", "sharp", "unpdf", "unpdf/*"];

/**
 * Bundles the program of the child processes into a build, with its packages: each process would otherwise find, read and compile hundreds
 * of small files, which takes longer than most tasks. Each task is a chunk, so that a process loads only the code of the task that it runs.
 * @param distDir folder of the build, inside the checkout
 * @returns absolute path of the program
 */
export async function bundleIsolation(distDir: string): Promise<string> {
  // Loaded only here: the server's process imports this file as well.
  const { build } = await import("esbuild");
  const outfile = join(projectRoot, distDir, BUNDLED_CHILD);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: { child: "lib/isolation/child.ts" },
    bundle: true,
    splitting: true,
    external: LEFT_OUTSIDE,
    platform: "node",
    format: "esm",
    target: "node22",
    // Packages in CommonJS require modules of Node.
    banner: {
      js: 'import{createRequire as requireOfModule}from"node:module";const require=requireOfModule(import.meta.url);',
    },
    plugins: [dataAsJson],
    outdir: dirname(outfile),
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  return outfile;
}

/** The sequences of letters by which `eld` tells languages apart: one literal of 1.6 MB. Node parses JSON in a third of the time. */
const dataAsJson: Plugin = {
  name: "data-as-json",
  setup(build) {
    build.onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/ }, async ({ path }) => {
      const { ngramsData } = (await import(pathToFileURL(path).href)) as { ngramsData: unknown };
      return {
        contents: `export const ngramsData = JSON.parse(${JSON.stringify(JSON.stringify(ngramsData))});`,
      };
    });
  },
};
