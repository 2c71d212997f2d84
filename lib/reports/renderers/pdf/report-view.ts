import { directionOf } from "@/lib/document/direction";
import type { Rating } from "@/lib/ratings/rating";
import { ratingHues } from "@/lib/ratings/rating-signs";
import { words as outputWords } from "@/lib/words/words";
import { headlineLanguageOf, headlineOf } from "../../claims/headline-of";
import { keySource } from "../../claims/key-source";
import type { CorrectionNotice } from "../../correction-words";
import { findingOf } from "../../finding-of";
import { findingSignature } from "../../finding-signature";
import { articleBlocks, directedBlocks } from "../../languages/directed-blocks";
import { mostSeriousClaims } from "../../most-serious-claims";
import { organisationLines } from "../../organisation-lines";
import type { Report, ReportBlock, ReportClaim } from "../../report";
import { type ReportWords, reportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { isolated, textLanguage } from "../../text-language";
import type { Paper } from "../paper";
import { ratingIcon } from "../rating-icon";
import { drawable, levelled } from "./drawable";
import { composedView, fieldView, inlineView, typstLanguage } from "./field-view";
import { withoutControls } from "./without-controls";

/** How many of the worst claims are named at the beginning. */
const MOST_SERIOUS = 3;

/**
 * The input of report.typ: the Report with all its text and icons.
 * @param address public URL of the article, or null
 * @param wanted BCP 47, of the words around its facts
 */
export function reportView(report: Report, address: string | null, wanted = "en", paper: Paper = "a4") {
  const words = reportWords(wanted);
  const { language, marks } = words;
  const t = outputWords("report", language);
  const r = outputWords("reader", language);
  const { language: original } = report.article;
  const inside = (text: string, known?: string) => inlineView(text, language, known);
  const said = (text: string, known?: string) => composedView(text, language, known);
  const used = new Map(report.summary.counts.map((each) => [each.ratingKey, each.count]));
  const marked = markedIn(report.article.blocks);
  const published = new Date(report.publication.publishedAt);
  const finding = findingOf(report, language);
  return withoutControls({
    paper: paper === "letter" ? "us-letter" : "a4",
    mark: words.pageMark(report),
    notices: words.reportNotices(report),
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
    marks: { stop: marks.stop, gap: marks.gap, comma: marks.comma, colon: marks.colon },
    kicker: words.reportKicker(report),
    footer: said(words.footerOf(report)),
    titles: { ...words.sectionTitles, serious: r("finding.serious") },
    table: tableView(report, words),
    origin: words.describeOrigin(report).map((part) => said(part, original)),
    sourceUrl: report.article.sourceUrl,
    finding: fieldView(finding),
    signature: said(findingSignature(report, language)),
    serious: mostSeriousClaims(report, MOST_SERIOUS).map((claim) => ({
      number: claim.number,
      rating: claim.ratingKey,
      headline: inside(headlineOf(report, claim), headlineLanguageOf(report, claim)),
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
    blocks: drawable(levelled(articleBlocks(report.article)), words, original),
    claims: report.claims.map((claim) => ({
      ...claimView(report, claim, words),
      marked: marked.has(claim.number),
    })),
    sources: report.sources.map((source) => ({
      number: source.number,
      title: inside(words.sourceTitle(source)),
      origin: said(words.sourceOrigin(source)),
      // With the space after it: Typst would draw one for an empty citation too.
      citation: said(words.describeCitation(source).replace(/.$/u, `$&${marks.gap}`)),
      kind: words.describeSourceKind(source),
      url: source.url,
      archiveUrl: source.archiveUrl,
      gone: source.gone,
      kept: words.describeKeptCopy(source),
    })),
    method: words.methodParagraphs(report).map((paragraph) => fieldView(paragraph)),
    signers: report.signers.map((signer) => words.describeSigner(signer).map((part) => said(part))),
    redactions: (report.redactions ?? []).map((each) => said(words.describeRedaction(each))),
    organisation: organisationLines(report, language).map((line) => ({
      ...line,
      value: said(isolated(line.value, language)),
    })),
    publication: words.describePublication(report),
    // Nobody else can open a draft.
    address: report.status === "draft" ? null : address,
  });
}

/** All claims at a glance: what was claimed, the verdict, and who says what it rests on first. */
function tableView(report: Report, words: ReportWords) {
  const t = outputWords("reader", words.language);
  const rowOf = (claim: ReportClaim) => {
    const key = keySource(report, claim);
    const name = key && (key.source.publisher ?? words.sourceTitle(key.source));
    return {
      number: claim.number,
      claim: inlineView(headlineOf(report, claim), words.language, headlineLanguageOf(report, claim)),
      rating: claim.ratingKey,
      source: name === null ? null : inlineView(name, words.language),
      sourceNumber: key?.source.number ?? null,
    };
  };
  return {
    title: t("table.title"),
    claim: t("table.claim"),
    verdict: t("table.verdict"),
    source: t("table.source"),
    noSource: t("table.no-source"),
    rows: report.claims.map(rowOf),
  };
}

function ratingView(rating: Rating, language: string) {
  return {
    label: inlineView(rating.label, language),
    definition: inlineView(rating.definition, language),
    hue: ratingHues[rating.colour].light,
    underline: rating.underline,
    icon: ratingIcon(rating),
  };
}

function claimView(report: Report, claim: ReportClaim, words: ReportWords) {
  return {
    number: claim.number,
    position: claim.position,
    kind: words.claimKind(claim),
    title: words.claimTitle(claim.number),
    statement: fieldView(claim.statement),
    quote: {
      paragraphs: claim.quote.split("\n"),
      ...typstLanguage(textLanguage(claim.quote, report.article.language)),
    },
    lane: claim.lane,
    attribution: composedView(words.describeAttribution(claim), words.language),
    rating: claim.ratingKey,
    rationale: rationaleView(claim, words),
    evidence: claim.evidence.map((evidence) => {
      const source = report.sources[evidence.source - 1];
      if (!source) throw new RangeError(`the report has no source ${evidence.source}`);
      return {
        source: source.number,
        stance: words.stanceLabel(evidence),
        title: inlineView(words.sourceTitle(source), words.language),
        origin: composedView(words.sourceOrigin(source), words.language),
        url: sourceHref(source, evidence.archiveUrl),
        gone: words.describeDeadLink(source, evidence.archiveUrl) || null,
        excerpt: evidence.excerpt === null ? null : excerptView(evidence.excerpt, words),
        note: evidence.note === null ? null : fieldView(evidence.note),
        archiveUrl: evidence.archiveUrl,
        accessed: words.describeAccess(evidence),
      };
    }),
    corrections: words
      .correctionNotices(report.corrections)
      .filter((each) => each.claim === claim.number)
      .map((notice) => correctionView(notice, words)),
    signed: composedView(words.describeSignature(claim), words.language),
  };
}

/** The words of a source in quotation marks, in their own language. */
function excerptView(excerpt: string, { marks }: ReportWords) {
  return { ...fieldView(excerpt), text: marks.quoted(excerpt) };
}

/** The reasons for a verdict, in their own language. */
function rationaleView({ rationale }: ReportClaim, words: ReportWords) {
  const { blocks, ...language } = directedBlocks(rationale);
  return { ...typstLanguage(language), blocks: drawable(blocks, words, language.lang ?? words.language) };
}

function correctionView(correction: CorrectionNotice, words: ReportWords) {
  return {
    title: words.marks.sentence(words.correctionTitle(correction)),
    claim: correction.claim,
    claimTitle: correction.claim === null ? null : words.claimTitle(correction.claim),
    note: inlineView(correction.note, words.language),
    change: composedView(correction.changes, words.language),
  };
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
