import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DocumentAssets, DocumentRenderer } from "./document-content";

/**
 * Where the build puts the renderer of documents and the files that they refer to, inside its folder: see
 * scripts/steps/bundle-documents.ts. It is a bundle of its own, because Next compiles components for its pages only.
 */
export const DOCUMENT_BUNDLE = "documents";

/** What the build notes about the bundle, in `manifest.json`. */
export interface DocumentManifest {
  /** Path of the renderer's module, in the folder of the bundle. */
  renderer: string;
  /** Path of the script for pages of other sites, in the folder of the bundle. */
  embedScript: string;
  /** The same of the script that marks claims on the publisher's own page. */
  marksScript: string;
  assets: DocumentAssets;
}

export interface DocumentBundle {
  render: DocumentRenderer;
  assets: DocumentAssets;
}

const bundles = new Map<string, Promise<DocumentBundle>>();

/** The folder of the bundle that fits the running server. */
export function documentFolder(): string {
  return join(
    /* turbopackIgnore: true */ process.cwd(),
    process.env.OBELUS_DIST_DIR || ".next",
    DOCUMENT_BUNDLE,
  );
}

/** The script for pages of other sites. @throws if there is no build */
export function readEmbedScript(folder = documentFolder()): string {
  return readScript(folder, "embedScript");
}

/** The script that marks claims on the publisher's own page. @throws if there is no build */
export function readMarksScript(folder = documentFolder()): string {
  return readScript(folder, "marksScript");
}

function readScript(folder: string, name: "embedScript" | "marksScript"): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as DocumentManifest;
  return readFileSync(join(folder, manifest[name]), "utf8");
}

/**
 * The renderer of the build. In development it is loaded again when it was built again.
 * @throws if there is no build
 */
export function loadDocumentBundle(folder = documentFolder()): Promise<DocumentBundle> {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as DocumentManifest;
  const file = join(folder, manifest.renderer);
  const known = bundles.get(file);
  if (known) return known;
  const bundle = (async (): Promise<DocumentBundle> => {
    const { renderDocument } = (await import(/* turbopackIgnore: true */ pathToFileURL(file).href)) as {
      renderDocument: DocumentRenderer;
    };
    return { render: renderDocument, assets: manifest.assets };
  })();
  bundles.set(file, bundle);
  return bundle;
}
