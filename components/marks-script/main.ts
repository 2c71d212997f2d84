import { articlePath, readSlug } from "@/lib/article-path";
import type { PageMarks } from "@/lib/syndication/page-marks";
import { PageAnnotator } from "./page-annotator";

/*
 * For the publisher's own page of an article that was checked: marks the claims in its text and shows a card for each.
 *
 *   <script src="https://facts.example.org/annotate.js" data-article="taxes" async></script>
 *
 * data-article  slug of the article, or the URL of its fact-check
 * data-within   CSS selector of the element with the text; the whole page by default
 * data-lang     BCP 47, of the words around the facts
 *
 * It asks this installation only, sends no cookies and stores nothing. It needs `script-src` and `connect-src` of this origin, and no more,
 * in the page's Content Security Policy. The text of the page stays as it is.
 */

const script = document.currentScript;
if (script instanceof HTMLScriptElement) void annotate(script);

async function annotate({ src, dataset }: HTMLScriptElement): Promise<void> {
  const { origin } = new URL(src);
  const named = dataset.article ?? "";
  const slug = readSlug(/\/articles\/([^/?#]+)/.exec(named)?.[1] ?? named);
  if (!slug) return console.warn("annotate.js: data-article names no article");
  const query = dataset.lang ? `?lang=${encodeURIComponent(dataset.lang)}` : "";
  try {
    const answer = await fetch(`${origin}${articlePath(slug)}/marks.json${query}`, { credentials: "omit" });
    if (!answer.ok) return console.warn(`annotate.js: no fact-check is published as ${slug}`);
    const marks = (await answer.json()) as PageMarks;
    await hasText();
    const root = dataset.within ? document.querySelector(dataset.within) : document.body;
    if (root) await new PageAnnotator(marks, root).start();
    else console.warn(`annotate.js: this page has no ${dataset.within}`);
  } catch (cause) {
    // The page is the publisher's: it must not break because of this.
    console.warn("annotate.js: the claims could not be marked", cause);
  }
}

/** Waits until the page has all its text: the script may run before. */
function hasText(): Promise<void> | void {
  if (document.readyState === "loading")
    return new Promise((resolve) =>
      document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }),
    );
}
