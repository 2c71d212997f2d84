import { mkdtempSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test, vi } from "vitest";
import { loadDocumentBundle } from "@/lib/document-bundle/load-bundle";
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
    const builtAt = () => statSync(join(distDir, "documents")).ino;
    const before = builtAt();
    await ensureDocumentBundle();
    expect(builtAt()).toBe(before);
  } finally {
    vi.unstubAllEnvs();
    rmSync(distDir, { recursive: true, force: true });
  }
});
