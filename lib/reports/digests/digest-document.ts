import type { PhrasingContent, RootContent, TableRow } from "mdast";
import { articlePath } from "@/lib/article-path";
import { formatDate, formatInstant } from "@/lib/format-date";
import { ratingHues } from "@/lib/ratings/rating-signs";
import { words as outputWords } from "@/lib/words/words";
import { findRating } from "../claims/find-rating";
import { headlineOf } from "../claims/headline-of";
import { keySource } from "../claims/key-source";
import { findingOf } from "../finding-of";
import type { ChartRow, PagedDocument } from "../renderers/paged/paged-document";
import { paragraph, text } from "../renderers/text/block-nodes";
import { claimNote, correctionPhrases, linked } from "../renderers/text/claim-note";
import { sourcePhrases } from "../renderers/text/report-tree";
import type { Report } from "../report";
import { type ReportWords, reportWords } from "../report-words";
import { sourceHref } from "../source-words";
import { isolated } from "../text-language";
import type { Digest } from "./digest";

/**
 * A digest as a document: all claims at a glance, then article by article.
 * @param publicUrl of the installation
 * @param language BCP 47, of the words around its facts
 */
export function digestDocument(digest: Digest, publicUrl: string, language = "en"): PagedDocument {
  const words = reportWords(language);
  const t = outputWords("digests", words.language);
  const period = { from: formatDate(digest.from, language), to: formatDate(digest.to, language) };
  const { articles, organisation, madeAt } = digest;
  const claims = articles.reduce((sum, report) => sum + report.claims.length, 0);
  return {
    title: t("title", period),
    notices: [],
    mark: null,
    footer: organisation
      ? t("footer.organisation", { ...period, organisation: isolated(organisation.name, language) })
      : t("footer", period),
    authors: organisation ? [organisation.name] : [],
    madeAt,
    language: words.language,
    lead: [
      paragraph([text(t("counts", { articles: articles.length, claims }))]),
      ...filterSentences(digest, t).map((sentence) => paragraph([text(sentence)])),
      ...(claims === 0 ? [paragraph([text(t("empty"))])] : []),
    ],
    chart: chartOf(articles),
    body: [
      ...(claims === 0 ? [] : [heading(2, t("table")), claimTable(digest, words)]),
      ...articles.flatMap((report) => articleNodes(report, publicUrl, words)),
      paragraph([text(t("made", { time: formatInstant(madeAt, language) }))]),
    ],
  };
}

type DigestWords = ReturnType<typeof outputWords<"digests">>;

function filterSentences({ filter, articles }: Digest, t: DigestWords): string[] {
  const { topic, claimant, rating } = filter;
  const label = articles.flatMap(({ scale }) => scale.ratings).find(({ key }) => key === rating)?.label;
  return [
    ...(topic === null ? [] : [t("filter.topic", { topic })]),
    ...(claimant === null ? [] : [t("filter.claimant", { claimant })]),
    ...(rating === null ? [] : [t("filter.rating", { rating: label ?? rating })]),
  ];
}

/** How many claims have each rating. Articles can have different scales: ratings of the same key and label are counted together. */
function chartOf(articles: readonly Report[]): ChartRow[] {
  const rows = new Map<string, ChartRow>();
  for (const { scale, summary } of articles)
    for (const { key, label, colour } of scale.ratings) {
      const count = summary.counts.find(({ ratingKey }) => ratingKey === key)?.count ?? 0;
      const name = `${key}\n${label}`;
      const row = rows.get(name) ?? { label, count: 0, hue: ratingHues[colour].light };
      rows.set(name, { ...row, count: row.count + count });
    }
  return [...rows.values()].filter(({ count }) => count > 0);
}

function claimTable({ articles }: Digest, words: ReportWords): RootContent {
  const t = outputWords("digests", words.language);
  const reader = outputWords("reader", words.language);
  const row = (cells: PhrasingContent[][]): TableRow => ({
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children })),
  });
  return {
    type: "table",
    align: [null, null, null, null],
    children: [
      row([
        [text(t("table.article"))],
        [text(t("table.claim"))],
        [text(t("table.rating"))],
        [text(t("table.source"))],
      ]),
      ...articles.flatMap((report) =>
        report.claims.map((claim) => {
          const key = keySource(report, claim);
          return row([
            [text(report.article.title)],
            [text(`${claim.number}. ${headlineOf(claim).replaceAll("\n", " ")}`)],
            [text(findRating(report, claim).label)],
            [
              key
                ? linked(
                    key.source.publisher ?? words.sourceTitle(key.source),
                    sourceHref(key.source, key.evidence.archiveUrl),
                  )
                : text(reader("table.no-source")),
            ],
          ]);
        }),
      ),
    ],
  };
}

/** What the digest says of one article: its finding, then each claim with its verdict, evidence and corrections. */
function articleNodes(report: Report, publicUrl: string, words: ReportWords): RootContent[] {
  const { article, publication, corrections, sources } = report;
  const t = outputWords("digests", words.language);
  const address = `${publicUrl}${articlePath(article.slug)}`;
  const finding = findingOf(report, words.language);
  const origin = words.describeOrigin(report).join(", ");
  const lines: PhrasingContent[][] = [
    ...(origin === "" ? [] : [[text(origin)]]),
    [
      text(`${t("published", { date: formatDate(publication.publishedAt, words.language) })}. `),
      linked(address, address),
    ],
    ...words.reportNotices(report).map((notice) => [text(notice)]),
    ...(finding === "" ? [] : [[text(finding)]]),
    // Corrections of claims are with them.
    ...words
      .correctionNotices(corrections)
      .filter(({ claim }) => claim === null)
      .map((notice) => correctionPhrases(notice, words)),
    ...(report.redactions ?? []).map((each) => [text(words.describeRedaction(each))]),
  ];
  return [
    heading(2, article.title),
    ...lines.map(paragraph),
    ...report.claims.flatMap((claim): RootContent[] => [
      heading(3, words.claimTitle(claim.number, findRating(report, claim).label)),
      paragraph([{ type: "strong", children: [text(claim.statement)] }]),
      // The first paragraph of the note repeats both.
      ...claimNote(report, claim, words).children.slice(1),
    ]),
    ...(sources.length === 0
      ? []
      : [
          heading(3, words.sectionTitles.sources),
          {
            type: "list" as const,
            ordered: true,
            spread: false,
            children: sources.map((source) => ({
              type: "listItem" as const,
              spread: false,
              children: [paragraph(sourcePhrases(source, words))],
            })),
          },
        ]),
  ];
}

function heading(depth: 2 | 3, title: string): RootContent {
  return { type: "heading", depth, children: [text(title)] };
}
