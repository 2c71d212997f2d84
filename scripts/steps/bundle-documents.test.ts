import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { loadDocumentBundle, readMarksScript } from "@/lib/document-bundle/load-bundle";
import { ensureDocumentBundle } from "./bundle-documents";
import { projectRoot } from "./project-root";

test("a command that finds no build bundles the renderer of documents once", async () => {
  const distDir = mkdtempSync(join(projectRoot, ".next-ensure-"));
  vi.stubEnv("OBELUS_DIST_DIR", basename(distDir));
  try {
    expect(() => loadDocumentBundle()).toThrow("ENOENT");
    await ensureDocumentBundle();
    const { render, assets } = await loadDocumentBundle();
    const site = { publicUrl: "https://desk.example", imageHosts: [], organisation: null };
    expect(render({ kind: "not-found" }, { site, assets })).toContain("Page not found");
    // No style that browsers drop: the minifier has turned products into divisions by a length.
    const css = readFileSync(join(distDir, "documents/assets", basename(assets.styles)), "utf8");
    expect(css.match(/calc\([^;{}]*\/\s*[\d.]+[a-z][^;{}]*/g)).toBeNull();
    // What publishers load into their own pages stays small.
    expect(brotliCompressSync(readMarksScript()).length).toBeLessThan(15_000);
    const builtAt = () => statSync(join(distDir, "documents")).ino;
    const before = builtAt();
    await ensureDocumentBundle();
    expect(builtAt()).toBe(before);
  } finally {
    vi.unstubAllEnvs();
    rmSync(distDir, { recursive: true, force: true });
  }
});
