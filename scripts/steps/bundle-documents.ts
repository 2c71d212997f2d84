import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import {
  DOCUMENT_BUNDLE,
  type DocumentManifest,
  documentFolder,
} from "../../lib/document-bundle/load-bundle";
import { projectRoot } from "./project-root";

/** Browsers in which public documents look as they should; their text can be read in any. */
const BROWSERS = ["chrome123", "edge123", "firefox120", "safari17.5"];

/**
 * Fonts that a page in Latin script shows at once; the italic is in the header. One that is not loaded early is not used at all on a first
 * visit (`font-display: optional`).
 */
const PRELOADED = [
  /^source-serif-4-latin-wght-normal-/,
  /^source-sans-3-latin-wght-normal-/,
  /^source-serif-4-latin-400-italic-/,
];

/**
 * Bundles the renderer of public documents with its style sheet, fonts and script into a build. Names of assets change with their content.
 * @param distDir folder of the build, inside the checkout
 */
export async function bundleDocuments(distDir: string): Promise<void> {
  // Loaded only here: the server's process imports this file as well.
  const { build } = await import("esbuild");
  const folder = join(projectRoot, distDir, DOCUMENT_BUNDLE);
  const next = `${folder}-next`;
  rmSync(next, { recursive: true, force: true });
  await mkdir(join(next, "assets"), { recursive: true });
  const common = { absWorkingDir: projectRoot, bundle: true, minify: true, logLevel: "warning" } as const;
  const [rendered, scripted, embedded, marking] = await Promise.all([
    build({
      ...common,
      entryPoints: { render: "components/reader/render-document.tsx" },
      platform: "node",
      format: "esm",
      target: ["node22", ...BROWSERS],
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
      // React's renderer is CommonJS and requires modules of Node.
      banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
      loader: { ".woff2": "file" },
      assetNames: "assets/[name]-[hash]",
      publicPath: "/",
      outdir: next,
      outExtension: { ".js": ".mjs" },
      write: true,
      metafile: true,
    }),
    build({
      ...common,
      entryPoints: { document: "components/reader-script/main.ts" },
      platform: "browser",
      format: "esm",
      // What only one page needs is loaded there.
      splitting: true,
      target: BROWSERS,
      entryNames: "assets/[name]-[hash]",
      chunkNames: "assets/[name]-[hash]",
      outdir: next,
      metafile: true,
    }),
    build({
      ...common,
      entryPoints: { embed: "components/embed-script/main.ts" },
      platform: "browser",
      format: "iife",
      target: BROWSERS,
      entryNames: "assets/[name]-[hash]",
      outdir: next,
      metafile: true,
    }),
    build({
      ...common,
      entryPoints: { annotate: "components/marks-script/main.ts" },
      platform: "browser",
      format: "iife",
      target: BROWSERS,
      entryNames: "assets/[name]-[hash]",
      outdir: next,
      metafile: true,
    }),
  ]);
  const written = [rendered, scripted, embedded, marking].flatMap(({ metafile }) =>
    Object.keys(metafile.outputs).map((path) => basename(path)),
  );
  const styles = await nameByContent(next, "render.css", "assets/document", "css");
  const renderer = await nameByContent(next, "render.mjs", "render", "mjs");
  const script = only(written, /^document-\w+\.js$/);
  await writeFile(join(next, "start.js"), `import"./${script}";\n`);
  const manifest: DocumentManifest = {
    renderer,
    embedScript: `assets/${only(written, /^embed-\w+\.js$/)}`,
    marksScript: `assets/${only(written, /^annotate-\w+\.js$/)}`,
    assets: {
      styles: `/${styles}`,
      script: `/assets/${script}`,
      starter: `/${await nameByContent(next, "start.js", "assets/start", "js")}`,
      preloadedFonts: PRELOADED.map((name) => `/assets/${only(written, name)}`),
    },
  };
  await writeFile(join(next, "manifest.json"), JSON.stringify(manifest, null, 2));
  await replaceFolder(next, folder);
}

/** Bundles the renderer of public documents if there is no build to take it from, as before the first `npm start`. */
export async function ensureDocumentBundle(): Promise<void> {
  const folder = documentFolder();
  if (existsSync(join(folder, "manifest.json"))) return;
  await bundleDocuments(relative(projectRoot, dirname(folder)));
}

/** Gives a file a name that changes with its content. @returns its path in the folder */
async function nameByContent(folder: string, file: string, name: string, ending: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const bytes = await readFile(join(folder, file));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const path = `${name}-${hash}.${ending}`;
  await rename(join(folder, file), join(folder, path));
  return path;
}

function only(names: readonly string[], pattern: RegExp): string {
  const found = names.filter((name) => pattern.test(name));
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new Error(`the bundle of documents has ${found.length} files like ${pattern}`);
  return name;
}

/**
 * Puts a new bundle instead of an old one. Assets of the old one stay: pages that readers have open still ask for them. Those that are
 * older than that are removed.
 */
async function replaceFolder(next: string, folder: string): Promise<void> {
  const old = `${folder}-old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) {
    for (const name of readdirSync(join(folder, "assets"))) {
      const copy = join(next, "assets", name);
      if (!existsSync(copy)) await rename(join(folder, "assets", name), copy);
    }
    await rename(folder, old);
  }
  await rename(next, folder);
  rmSync(old, { recursive: true, force: true });
}
