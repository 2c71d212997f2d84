import type { PhrasingContent, RootContent } from "mdast";
import { articlePath } from "@/lib/article-path";
import { formatDate, formatInstant } from "@/lib/format-date";
import { ratingHues } from "@/lib/ratings/rating-signs";
import { words as outputWords } from "@/lib/words/words";
import { findRating } from "../claims/find-rating";
import { headlineOf } from "../claims/headline-of";
import { keySource } from "../claims/key-source";
import { findingOf } from "../finding-of";
import type { ChartRow, PagedDocument } from "../renderers/paged/paged-document";
import { heading, tableOf } from "../renderers/paged/paged-nodes";
import { ownParagraph, paragraph, text } from "../renderers/text/block-nodes";
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
  const period = { from: formatDate(digest.from, words.language), to: formatDate(digest.to, words.language) };
  const { articles, organisation, madeAt } = digest;
  const claims = articles.reduce((sum, report) => sum + report.claims.length, 0);
  return {
    title: t("title", period),
    notices: [],
    mark: null,
    footer: organisation
      ? t("footer.organisation", { ...period, organisation: isolated(organisation.name, words.language) })
      : t("footer", period),
    authors: organisation ? [organisation.name] : [],
    madeAt,
    language: words.language,
    lead: [
      paragraph([text(t("counts", { articles: articles.length, claims }))]),
      ...filterSentences(digest, t, words.language).map((sentence) => paragraph([text(sentence)])),
      ...(claims === 0 ? [paragraph([text(t("empty"))])] : []),
    ],
    chart: chartOf(articles),
    body: [
      ...(claims === 0 ? [] : [heading(2, t("table")), claimTable(digest, words)]),
      ...articles.flatMap((report) => articleNodes(report, publicUrl, words)),
      paragraph([text(t("made", { time: formatInstant(madeAt, words.language) }))]),
    ],
  };
}

type DigestWords = ReturnType<typeof outputWords<"digests">>;

function filterSentences({ filter, articles }: Digest, t: DigestWords, language: string): string[] {
  const { topic, claimant, rating } = filter;
  const label = articles.flatMap(({ scale }) => scale.ratings).find(({ key }) => key === rating)?.label;
  return [
    ...(topic === null ? [] : [t("filter.topic", { topic: isolated(topic, language) })]),
    ...(claimant === null ? [] : [t("filter.claimant", { claimant: isolated(claimant, language) })]),
    ...(rating === null ? [] : [t("filter.rating", { rating: isolated(label ?? rating, language) })]),
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
  const inside = (each: string) => isolated(each, words.language);
  return tableOf(
    [t("table.article"), t("table.claim"), t("table.rating"), t("table.source")],
    articles.flatMap((report) =>
      report.claims.map((claim): PhrasingContent[][] => {
        const key = keySource(report, claim);
        return [
          [text(inside(report.article.title))],
          [text(`${claim.number}. ${inside(headlineOf(report, claim).replaceAll("\n", " "))}`)],
          [text(inside(findRating(report, claim).label))],
          [
            key
              ? linked(
                  inside(key.source.publisher ?? words.sourceTitle(key.source)),
                  sourceHref(key.source, key.evidence.archiveUrl),
                )
              : text(reader("table.no-source")),
          ],
        ];
      }),
    ),
  );
}

/** What the digest says of one article: its finding, then each claim with its verdict, evidence and corrections. */
function articleNodes(report: Report, publicUrl: string, words: ReportWords): RootContent[] {
  const { article, publication, corrections, sources } = report;
  const t = outputWords("digests", words.language);
  const address = `${publicUrl}${articlePath(article.slug)}`;
  const finding = findingOf(report, words.language);
  const origin = words.describeOrigin(report).join(words.marks.comma);
  const lines: PhrasingContent[][] = [
    ...(origin === "" ? [] : [[text(origin)]]),
    [
      text(
        `${words.marks.sentence(t("published", { date: formatDate(publication.publishedAt, words.language) }))} `,
      ),
      linked(address, address),
    ],
    ...words.reportNotices(report).map((notice) => [text(notice)]),
    ...(finding === "" ? [] : [[text(isolated(finding, words.language))]]),
    // Corrections of claims are with them.
    ...words
      .correctionNotices(corrections)
      .filter(({ claim }) => claim === null)
      .map((notice) => correctionPhrases(notice, words)),
    ...(report.redactions ?? []).map((each) => [text(words.describeRedaction(each))]),
  ];
  return [
    { type: "heading", depth: 2, children: [text(article.title)], data: { own: true } },
    ...lines.map(paragraph),
    ...report.claims.flatMap((claim): RootContent[] => [
      heading(3, words.claimTitle(claim.number, findRating(report, claim).label)),
      ownParagraph([{ type: "strong", children: [text(claim.statement)] }]),
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
