import { directionOf } from "@/lib/document/direction";
import { fitsAddress, listStart } from "@/lib/document/output-bounds";
import type { Rating } from "@/lib/ratings/rating";
import { iconStrokes, ratingHues } from "@/lib/ratings/rating-signs";
import { words as outputWords } from "@/lib/words/words";
import { headlineOf } from "../../claims/headline-of";
import type { CorrectionNotice } from "../../correction-words";
import { findingOf } from "../../finding-of";
import { findingSignature } from "../../finding-signature";
import { mostSeriousClaims } from "../../most-serious-claims";
import { organisationLines } from "../../organisation-lines";
import type { Report, ReportBlock, ReportClaim, ReportRun } from "../../report";
import { type ReportWords, reportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { directedBlocks, isolated, textLanguage } from "../../text-language";
import { placeCells } from "../place-cells";
import { fieldView, inlineView, typstLanguage } from "./field-view";

/** How many of the worst claims are named at the beginning. */
const MOST_SERIOUS = 3;

/**
 * The input of report.typ: the Report with all its text and icons.
 * @param address public URL of the article, or null
 * @param wanted BCP 47, of the words around its facts
 */
export function reportView(report: Report, address: string | null, wanted = "en") {
  const words = reportWords(wanted);
  const { language } = words;
  const t = outputWords("report", language);
  const { language: original } = report.article;
  const inside = (text: string, known?: string) => inlineView(text, language, known);
  const used = new Map(report.summary.counts.map((each) => [each.ratingKey, each.count]));
  const marked = markedIn(report.article.blocks);
  const published = new Date(report.publication.publishedAt);
  const finding = findingOf(report, language);
  return visible({
    title: fieldView(report.article.title, original),
    authors: [...new Map(report.signers.map(({ person, name }) => [person, name])).values()],
    date: {
      year: published.getUTCFullYear(),
      month: published.getUTCMonth() + 1,
      day: published.getUTCDate(),
      hour: published.getUTCHours(),
      minute: published.getUTCMinutes(),
      second: published.getUTCSeconds(),
    },
    output: typstLanguage({ lang: language, dir: directionOf(language) }),
    language: typstLanguage({ lang: original, dir: report.article.direction }),
    words: {
      page: t.parts("page", { page: { value: "page" } }),
      pageOf: t.parts("page.of", { page: { value: "page" }, total: { value: "total" } }),
      archived: t.parts("source.archived.address", { address: { value: "address" } }),
      gone: t("source.gone"),
      goneAddress: t.parts("source.gone.address", { address: { value: "address" } }),
    },
    kicker: words.reportKicker(report),
    footer: words.footerOf(report),
    titles: { ...words.sectionTitles, serious: outputWords("reader", language)("finding.serious") },
    origin: words.describeOrigin(report),
    sourceUrl: report.article.sourceUrl,
    finding: fieldView(finding),
    signature: findingSignature(report, language),
    serious: mostSeriousClaims(report, MOST_SERIOUS).map((claim) => ({
      number: claim.number,
      rating: claim.ratingKey,
      headline: inside(headlineOf(claim)),
    })),
    corrections: words.correctionNotices(report.corrections).map((notice) => correctionView(notice, words)),
    summary: {
      title: words.summaryTitle(report),
      rows: report.scale.ratings
        .filter((rating) => used.get(rating.key))
        .map((rating) => ({ rating: rating.key, count: String(used.get(rating.key)) })),
    },
    ratings: Object.fromEntries(
      report.scale.ratings.map((rating) => [rating.key, ratingView(rating, language)]),
    ),
    scale: report.scale.ratings.map((rating) => ratingView(rating, language)),
    blocks: drawable(levelled(report.article.blocks), words),
    claims: report.claims.map((claim) => ({
      ...claimView(report, claim, words),
      marked: marked.has(claim.number),
    })),
    sources: report.sources.map((source) => ({
      number: source.number,
      title: inside(words.sourceTitle(source)),
      origin: words.sourceOrigin(source),
      // With the space after it: Typst would draw one for an empty citation too.
      citation: words.describeCitation(source).replace(/.$/u, "$& "),
      kind: words.describeSourceKind(source),
      url: source.url,
      archiveUrl: source.archiveUrl,
      gone: source.gone,
      kept: words.describeKeptCopy(source),
    })),
    method: words.methodParagraphs(report).map((paragraph) => fieldView(paragraph)),
    signers: report.signers.map(words.describeSigner),
    redactions: (report.redactions ?? []).map(words.describeRedaction),
    organisation: organisationLines(report, language).map((line) => ({
      ...line,
      value: isolated(line.value, language),
    })),
    publication: words.describePublication(report),
    address,
  });
}

function ratingView(rating: Rating, language: string) {
  const hue = ratingHues[rating.colour].light;
  const strokes = iconStrokes[rating.icon].map(({ d, width, filled }) =>
    filled
      ? `<path d="${d}" fill="${hue}" stroke="none"/>`
      : `<path d="${d}" stroke-width="${width}" fill="none"/>`,
  );
  return {
    label: isolated(rating.label, language),
    definition: inlineView(rating.definition, language),
    hue,
    underline: rating.underline,
    icon: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 14 14" stroke="${hue}" stroke-linecap="round" stroke-linejoin="round">${strokes.join("")}</svg>`,
  };
}

function claimView(report: Report, claim: ReportClaim, words: ReportWords) {
  return {
    number: claim.number,
    position: claim.position,
    kind: words.claimKind(claim),
    title: words.claimTitle(claim.number),
    statement: fieldView(claim.statement),
    quote: claim.quote.split("\n"),
    quoteLanguage: typstLanguage(textLanguage(claim.quote, report.article.language)),
    lane: claim.lane,
    attribution: words.describeAttribution(claim),
    rating: claim.ratingKey,
    rationale: rationaleView(claim, words),
    evidence: claim.evidence.map((evidence) => {
      const source = report.sources[evidence.source - 1];
      if (!source) throw new RangeError(`the report has no source ${evidence.source}`);
      return {
        source: source.number,
        stance: words.stanceLabel(evidence),
        title: inlineView(words.sourceTitle(source), words.language),
        origin: words.sourceOrigin(source),
        url: sourceHref(source, evidence.archiveUrl),
        gone: words.describeDeadLink(source, evidence.archiveUrl) || null,
        excerpt: evidence.excerpt === null ? null : fieldView(evidence.excerpt),
        note: evidence.note === null ? null : fieldView(evidence.note),
        archiveUrl: evidence.archiveUrl,
        accessed: words.describeAccess(evidence),
      };
    }),
    corrections: words
      .correctionNotices(report.corrections)
      .filter((each) => each.claim === claim.number)
      .map((notice) => correctionView(notice, words)),
    signed: words.describeSignature(claim),
  };
}

/** The reasons for a verdict, in their own language. */
function rationaleView({ rationale }: ReportClaim, words: ReportWords) {
  const { blocks, ...language } = directedBlocks(rationale);
  return { ...typstLanguage(language), blocks: drawable(blocks, words) };
}

function correctionView(correction: CorrectionNotice, words: ReportWords) {
  return {
    title: words.correctionTitle(correction),
    claim: correction.claim,
    claimTitle: correction.claim === null ? null : words.claimTitle(correction.claim),
    note: inlineView(correction.note, words.language),
    change: correction.changes,
  };
}

/**
 * Moves the article's headings below the section heading without skipped levels, as PDF/UA-1 requires: if the article goes from its
 * first level to its third, the third becomes the second.
 */
function levelled(blocks: readonly ReportBlock[]): ReportBlock[] {
  const open: number[] = [];
  const walk = (block: ReportBlock): ReportBlock => {
    if (block.type === "quote") return { ...block, blocks: block.blocks.map(walk) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => item.map(walk)) };
    if (block.type === "table")
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(walk) }))),
      };
    if (block.type !== "heading") return block;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return { ...block, level: Math.min(open.length + 2, 6) as 3 | 4 | 5 | 6 };
  };
  return blocks.map(walk);
}

/** Typst fails on deeper nesting, and there is no room for more indents on paper. */
const MAX_DEPTH = 10;

/**
 * Prepares blocks for report.typ: positions table cells, describes images, and flattens quotes and lists that are nested too deep.
 */
function drawable(blocks: readonly ReportBlock[], words: ReportWords, depth = 0): unknown[] {
  const inside = (inner: readonly ReportBlock[]) => drawable(inner, words, depth + 1);
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "quote":
        return depth < MAX_DEPTH
          ? { ...block, blocks: inside(block.blocks) }
          : drawable(block.blocks, words, depth);
      case "list":
        return depth < MAX_DEPTH
          ? { ...block, start: listStart(block.start), items: block.items.map(inside) }
          : block.items.flatMap((item) => drawable(item, words, depth));
      case "table":
        return {
          type: "table",
          ...placeCells(block.rows, (cell) => ({ header: cell.header, blocks: inside(cell.blocks) })),
        };
      case "figure":
        return {
          ...block,
          pictures: block.pictures.map((picture) => ({
            ...words.describePicture(picture),
            src: fitsAddress(picture.src) ? picture.src : null,
          })),
          caption: block.caption.map(linkable),
          ...ownLanguage(block),
        };
      default:
        return "runs" in block ? { ...block, runs: block.runs.map(linkable), ...ownLanguage(block) } : block;
    }
  });
}

/** The language of a block that differs from the text around it, as Typst takes it. */
function ownLanguage(block: { type: string; lang?: string }) {
  if (block.lang === undefined) return {};
  const { lang, region } = typstLanguage({ lang: block.lang, dir: "ltr" });
  return { lang, region };
}

/** Numbers of the claims whose mark ends in these blocks: in publications made before, one that ends at a break between blocks has none. */
function markedIn(blocks: readonly ReportBlock[]): Set<number> {
  const numbers = new Set<number>();
  const visit = (block: ReportBlock): void => {
    const runs = "runs" in block ? block.runs : block.type === "figure" ? block.caption : [];
    for (const run of runs) for (const number of run.ends) numbers.add(number);
    if (block.type === "quote") block.blocks.forEach(visit);
    else if (block.type === "list") block.items.flat().forEach(visit);
    else if (block.type === "table") for (const cell of block.rows.flat()) cell.blocks.forEach(visit);
  };
  blocks.forEach(visit);
  return numbers;
}

/** A run without its link if the address is too long for a PDF, as in publications that were made before there was a limit. */
function linkable({ href, ...run }: ReportRun): ReportRun {
  return href !== undefined && fitsAddress(href) ? { ...run, href } : run;
}

/** Removes control characters, for which fonts have no glyphs. Line breaks of runs stay. */
function visible<Value>(value: Value): Value {
  if (typeof value === "string")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is meant to match them
    return value.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200d\u2028\u2029\ufeff]/g, (c) =>
      c === "\t" ? " " : c === "\u200c" || c === "\u200d" ? c : "",
    ) as Value;
  if (Array.isArray(value)) return value.map(visible) as Value;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visible(each)])) as Value;
  return value;
}
