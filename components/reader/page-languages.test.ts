import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { formatCitations } from "@/lib/citations/format-citation";
import type { DocumentContent } from "@/lib/document-bundle/document-content";
import { defaultScale } from "@/lib/ratings/default-scale";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import type { Report } from "@/lib/reports/report";
import { greekReport } from "@/lib/testing/reports/greek-report";
import { PUBLIC_NOUNS } from "@/lib/words/public-words";
import { renderDocument } from "./render-document";
import { siteContents } from "./site-contents.testing";

const LANGUAGES = ["es", "fr", "de", "ar", "zh"];
const PUBLISHED_AT = "2026-11-29T10:00:00.000Z";

function contentsOf(report: Report): DocumentContent[] {
  const { slug, title } = report.article;
  const publications = [
    { number: 2, publishedAt: PUBLISHED_AT },
    { number: 1, publishedAt: "2026-11-28T10:00:00.000Z" },
  ];
  const unpublication = { slug, title, reason: "Λόγος", at: PUBLISHED_AT };
  const [, misleading, , , , rating] = defaultScale.ratings;
  if (!rating || !misleading) throw new Error("the default scale is shorter than expected");
  const history = [
    {
      publication: 2,
      publishedAt: PUBLISHED_AT,
      number: 1,
      rating,
      changes: [
        { kind: "rating" as const, from: misleading },
        { kind: "statement" as const, from: "Παλιά" },
        ...(["claimant", "quote", "reasons", "sources"] as const).map((kind) => ({ kind })),
      ],
    },
    { publication: 1, publishedAt: PUBLISHED_AT, number: 1, rating, changes: [] },
    { publication: 0, publishedAt: PUBLISHED_AT, number: 1, rating, changes: [{ kind: "first" as const }] },
  ];
  const related = { article: { slug: "other", title: "Άλλο" }, number: 3, statement: "Άλλη", rating };
  const other = { ...related, article: { slug: "third", title: "Τρίτο" } };
  const context = { history, sameClaimant: [related], sameSources: [other] };
  const citations = formatCitations(factCheckAsWork(report, "https://desk.example/articles/x"));
  return [
    { kind: "article", report, publications, citations },
    { kind: "draft", report, publications, citations },
    {
      kind: "publication",
      report: { ...report, publication: { ...report.publication, number: 1 } },
      publications,
    },
    { kind: "claim", report, number: 1, ...context, currentPath: null },
    { kind: "claim", report, number: 2, ...context, currentPath: "/articles/x/claims/2" },
    { kind: "report", report },
    {
      kind: "report",
      report: { ...report, status: "draft", unfinished: { unapproved: [1, 2], missing: [3] } },
    },
    { kind: "report", report: { ...report, selection: { of: 9 } } },
    { kind: "unpublished", unpublication },
    {
      kind: "front",
      items: [
        {
          slug,
          title,
          publisher: "Εφημερίδα",
          articlePublishedOn: "2024-05-17",
          publishedAt: PUBLISHED_AT,
          claimCount: 2,
          ratings: report.scale.ratings,
          counts: report.summary.counts,
        } as (DocumentContent & { kind: "front" })["items"][number],
      ],
      total: 1200,
      nextCursor: "x",
      isFirst: false,
    },
    { kind: "front", items: [], total: 0, nextCursor: null, isFirst: true },
    {
      kind: "corrections",
      items: [
        {
          id: "1",
          article: { slug, title },
          claim: { number: 1, statement: "Φέτος" },
          kind: "clarification",
          note: "Νέα μέτρηση",
          madeAt: PUBLISHED_AT,
          publication: 2,
          changes: [
            { field: "verdict", from: "True", to: "False" },
            { field: "claimant", from: null, to: "Νίκος" },
            { field: "removed", from: "Φέτος", to: null },
          ],
        },
      ],
      unpublications: [unpublication],
      total: 1,
      nextCursor: "x",
      isFirst: false,
    },
    { kind: "corrections", items: [], unpublications: [], total: 0, nextCursor: null, isFirst: true },
    ...siteContents(report),
    { kind: "not-found" },
    { kind: "embed", content: { kind: "article", report } },
    { kind: "embed", content: { kind: "claim", report, number: 1 } },
    { kind: "embed", content: { kind: "unpublished", unpublication } },
    { kind: "embed", content: { kind: "not-found" } },
  ];
}

function open(content: DocumentContent, language: string): Document {
  return parseHTML(
    renderDocument(content, {
      site: {
        publicUrl: "https://desk.example",
        imageHosts: [],
        organisation: greekReport("el").organisation,
      },
      assets: { styles: "/a.css", script: "/a.js", starter: "/s.js", preloadedFonts: [] },
      language,
      address: "/articles/x",
    }),
  ).document;
}

/** Everything on a page that is read, aloud as well, but for what is marked as another language: the names of languages. */
function wordsOn(document: Document): Set<string> {
  for (const element of document.querySelectorAll("style, script, nav details, details nav"))
    element.remove();
  const texts = [document.documentElement.textContent ?? ""];
  for (const element of document.querySelectorAll("*"))
    for (const name of [
      "aria-label",
      "title",
      "alt",
      "content",
      "data-done",
      "data-total",
      "data-filtered",
      "data-empty",
      "data-check",
      "data-article",
    ])
      texts.push(element.getAttribute(name) ?? "");
  for (const { innerHTML } of document.querySelectorAll("template"))
    texts.push(innerHTML.replace(/<[^>]*>/g, " "));
  return wordsOf(texts.join(" "));
}

/** Words of three letters and more, in lower case. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .replace(/https?:\S+/g, " ")
      .toLowerCase()
      .match(/\p{L}{3,}/gu),
  );
}

const fileOf = (noun: string) => `${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;

/** All words of a language's catalogues, without arguments and tags. */
function wordsOfCatalogues(language: string): Set<string> {
  const messages = PUBLIC_NOUNS.flatMap((noun) =>
    Object.values(
      JSON.parse(readFileSync(`lib/words/${language}/${fileOf(noun)}`, "utf8")) as Record<string, string>,
    ),
  );
  return wordsOf(messages.join(" ").replace(/<[^>]*>/g, " "));
}

const ENGLISH = wordsOfCatalogues("en");
/** Names, and what readers of every language know by its English name. */
const NAMES = new Set([
  "obelus",
  "sources",
  "source",
  "csl",
  "bibtex",
  "ris",
  "utc",
  "width",
  "device",
  "initial",
  "scale",
  "website",
  "article",
  "noindex",
  // The type and the form of a picture for sharing.
  "image",
  "summary",
  "large",
]);

describe.each(LANGUAGES)("in %s", (language) => {
  const own = wordsOfCatalogues(language);
  const contents = contentsOf(greekReport(language)).map((content, index) => ({
    name: `${index} ${content.kind}`,
    content,
  }));

  test.each(contents)("$name says its language and direction, and has no English", ({ content }) => {
    const document = open(content, language);
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.getAttribute("dir")).toBe(language === "ar" ? "rtl" : null);
    const left = [...wordsOn(document)].filter(
      (word) => ENGLISH.has(word) && !own.has(word) && !NAMES.has(word),
    );
    expect(left).toEqual([]);
  });
});
