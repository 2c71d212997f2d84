import { readFileSync } from "node:fs";
import type { Node } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { renderDocument } from "@/components/reader/render-document";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { reportBlocks } from "@/lib/reports/report-blocks";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaimant } from "@/lib/testing/reports/small-report";
import { ARTICLE_FORMATS, type ArticleFormat } from "./article-formats";
import { parseArticle } from "./parse-article";

// A third of github.com/payloadbox/xss-payload-list (MIT licence), a payload a line.
const payloads = readFileSync("lib/testing/fixtures/xss.txt", "utf8").split("\n").filter(Boolean);
const sample = sampleReport();
// Two claims have everything that all of them have, and a page of two is read in a fifth of the time.
const report = { ...sample, claims: sample.claims.slice(0, 2) };

const context = {
  site: { publicUrl: "https://desk.example", imageHosts: [], organisation: null },
  assets: { css: "", js: "", policy: "", logo: null },
};

/** Everything in a page that could run, but its own controls. */
function dangers(document: Document): string[] {
  return [...document.querySelectorAll("*")].flatMap((element) => [
    ...(/^(script|iframe|object|embed|img|base|meta|form|input|button|video|audio|link)$/i.test(
      element.tagName,
    ) && !element.closest("head, claim-cards, claim-tools")
      ? [element.tagName]
      : []),
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on|^src|^formaction|^srcdoc|^style/i.test(name) ||
          (/href|action/i.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)),
      )
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

/** What the payload becomes as an article of this format; nothing if there is no text in it. */
function articleOf(payload: string, format: ArticleFormat): Node[] {
  const parsed = parseArticle({ format, value: `${payload}\n\nEnd` });
  return parsed.ok ? [articleSchema.nodeFromJSON(parsed.value.doc)] : [];
}

test("no payload, given in any format, can run in what is made of it", () => {
  for (const payload of payloads) {
    const docs = ARTICLE_FORMATS.flatMap((format) => articleOf(payload, format));
    // One page of all formats: reading a page takes longest.
    const doc = articleSchema.node(
      "doc",
      null,
      docs.flatMap((each) => each.children),
    );
    const { document } = parseHTML(
      renderDocument(
        {
          kind: "offline",
          report: {
            ...report,
            article: { ...report.article, title: payload, byline: payload, blocks: reportBlocks(doc) },
            claims: report.claims.map((claim) => ({
              ...claim,
              statement: payload,
              quote: payload,
              claimant: reportClaimant(payload, { role: payload }),
              carriedBy: payload,
            })),
            sources: report.sources.map((source) => ({
              ...source,
              title: payload,
              publisher: payload,
              url: payload,
            })),
          },
        },
        context,
      ),
    );
    expect(dangers(document), payload).toEqual([]);
    expect(document.querySelector("h1")?.textContent, payload).toBe(payload);
  }
});

test("all words of a payload that is sent as text stay", () => {
  for (const payload of payloads)
    for (const doc of articleOf(payload, "text"))
      expect(canonicalText(doc).text.replace(/\s+/g, " "), payload).toBe(wordsOf(payload));
});

/** What plain text keeps: all but what is never seen. */
function wordsOf(payload: string): string {
  return (
    `${payload} End`
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e]/g, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}
