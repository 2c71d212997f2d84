import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { DOCUMENT_BUNDLE, readMarksScript } from "@/lib/document-bundle/load-bundle";
import { blockText } from "@/lib/reports/block-text";
import type { Report } from "@/lib/reports/report";
import { pageMarks } from "@/lib/syndication/page-marks";
import { projectRoot } from "../../steps/project-root";
import { type StaticFile, serveBytes } from "./serve-bytes";

/** How the claims of an article were marked on the publisher's own page. */
export interface MarkedPage {
  /** From the arrival of the claims until the next frame after all are marked, milliseconds. */
  duration: number;
  /** How many claims are marked. */
  marked: number;
}

/** Opens a page of another site with the text of an article and `/annotate.js`, in Chromium, without slowing anything down. */
export async function measurePageMarks(
  browser: Browser,
  distDir: string,
  report: Report,
): Promise<MarkedPage> {
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = blockText(report.article.blocks)
    .split("\n")
    .map((line) => `<p>${escaped(line)}</p>`);
  const html = `<!doctype html><title>The paper</title><article>${paragraphs.join("")}</article>`;
  const file = (type: string, text: string): StaticFile => ({
    type: `${type}; charset=utf-8`,
    bytes: Buffer.from(text),
    isCompressed: false,
  });
  const marks = `/articles/${report.article.slug}/marks.json`;
  const site = await serveBytes(
    new Map([
      ["/", file("text/html", html)],
      ["/annotate.js", file("text/javascript", readMarksScript(join(projectRoot, distDir, DOCUMENT_BUNDLE)))],
      [marks, file("application/json", JSON.stringify(pageMarks(report, "https://desk.example")))],
    ]),
  );
  const page = await browser.newPage();
  try {
    await page.addInitScript(() => {
      // The bar of the script is added once all claims are marked.
      new MutationObserver(() => {
        if (CSS.highlights.size === 0) return;
        requestAnimationFrame(() =>
          setTimeout(() => {
            (window as { markedAt?: number }).markedAt ??= performance.now();
          }),
        );
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${site.address}/`);
    // The page has drawn its own text before, as `async` scripts come later.
    await page.evaluate(async (slug) => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const script = document.createElement("script");
      script.src = "/annotate.js";
      script.dataset.article = slug;
      document.head.append(script);
    }, report.article.slug);
    await page.waitForFunction(() => (window as { markedAt?: number }).markedAt !== undefined);
    return await page.evaluate((name) => {
      const [arrival] = performance.getEntriesByName(
        `${location.origin}${name}`,
      ) as PerformanceResourceTiming[];
      const { markedAt = 0 } = window as { markedAt?: number };
      const marked = [...CSS.highlights.values()].reduce((count, { size }) => count + size, 0);
      return { duration: markedAt - (arrival?.responseEnd ?? 0), marked };
    }, marks);
  } finally {
    await page.close();
    await site.stop();
  }
}
