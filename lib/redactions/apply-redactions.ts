import { createHash } from "node:crypto";
import { assignLanes } from "@/lib/claims/assign-lanes";
import { segmentText } from "@/lib/claims/segment-text";
import { blockText, claimSpans, textBlocksOf } from "@/lib/reports/block-text";
import { redactedLabel } from "@/lib/reports/redacted-mark";
import type {
  CorrectionValue,
  Report,
  ReportBlock,
  ReportClaim,
  ReportCorrection,
  ReportEvidence,
  ReportSource,
} from "@/lib/reports/report";
import { type Marking, RunCutter } from "@/lib/reports/run-cutter";
import { Eraser, type OnSpot, type Where } from "./eraser";
import { hiddenSources } from "./hidden-sources";
import { redactAddresses } from "./redact-addresses";
import { redactBlocks } from "./redact-blocks";
import { redactClaimant } from "./redact-claimant";
import { redactStrings } from "./redact-strings";
import type { AppliedRedaction } from "./redaction";

/**
 * A Report without what was redacted: the only form that leaves the database. All redactions are applied to what was published, so
 * their order does not matter. Offsets, selectors, lanes and the hash of the text are those of the redacted text.
 * @param report as it was published
 * @param redactions all of the article
 * @param onSpot called for everything that is taken out; a range that an earlier redaction covers is not named again
 */
export function applyRedactions(
  report: Report,
  redactions: readonly AppliedRedaction[],
  onSpot?: OnSpot,
): Report {
  if (redactions.length === 0) return report;
  const eraser = new Eraser(redactions, onSpot);
  const { article, claims, sources, corrections, redactions: _, ...rest } = report;
  const hidden = hiddenSources(report, redactions);
  const text = redactText(report, eraser);
  const redacted: Report = {
    ...redactStrings(rest, eraser, { part: "other", number: null }),
    article: {
      ...redactStrings({ ...article, blocks: [] }, eraser, { part: "article", number: null }),
      blocks: text.blocks,
      textHash: text.textHash,
    },
    claims: text.claims.map((claim) => redactClaim(claim, hidden, eraser)),
    sources: sources.map((source) => redactSource(source, hidden.get(source.number), eraser)),
    corrections: corrections.map((correction) => redactCorrectionWith(correction, eraser)),
  };
  if (eraser.applied.size === 0) return report;
  return {
    ...redacted,
    redactions: redactions
      .filter(({ number }) => eraser.applied.has(number))
      .map(({ number, reason, at }) => ({ number, reason, at })),
  };
}

/** A text that readers see outside a Report, such as the reason why an article was unpublished. */
export function redactPublicText(text: string, redactions: readonly AppliedRedaction[]): string {
  return redactions.length === 0 ? text : new Eraser(redactions).text(text, { part: "other", number: null });
}

/** The values of a correction as readers see them. */
export function redactCorrection<C extends Pick<ReportCorrection, "field" | "from" | "to" | "note">>(
  correction: C,
  redactions: readonly AppliedRedaction[],
): C {
  return redactions.length === 0 ? correction : redactCorrectionWith(correction, new Eraser(redactions));
}

function redactSource(
  source: ReportSource,
  redaction: AppliedRedaction | undefined,
  eraser: Eraser,
): ReportSource {
  const where: Where = { part: "source", number: source.number };
  if (!redaction) {
    const redacted = redactStrings(source, eraser, where);
    return { ...redacted, ...(redacted.url !== source.url && { gone: false }) };
  }
  eraser.remove(redaction, where, [source.title, source.publisher, source.url].filter(Boolean).join(", "));
  const { number, kind, primary } = source;
  return {
    number,
    id: null,
    title: redactedLabel(redaction.reason),
    authors: [],
    publisher: null,
    publishedOn: null,
    url: null,
    kind,
    primary,
    confidential: true,
    redacted: true,
    archiveUrl: null,
    keptAt: null,
    gone: false,
  };
}

function redactClaim(
  claim: ReportClaim,
  hidden: ReadonlyMap<number, AppliedRedaction>,
  eraser: Eraser,
): ReportClaim {
  const where: Where = { part: "claim", number: claim.number };
  // Cut out of the redacted text already.
  const { quote, prefix, suffix, rationale, evidence, claimant, carriedBy, ...rest } = claim;
  return {
    ...redactStrings(rest, eraser, where),
    ...redactClaimant({ claimant, carriedBy }, eraser, where),
    quote,
    prefix,
    suffix,
    rationale: redactPlainBlocks(rationale, eraser, where),
    evidence: evidence.map((each) => redactEvidence(each, hidden.get(each.source), eraser, where)),
  };
}

function redactEvidence(
  evidence: ReportEvidence,
  redaction: AppliedRedaction | undefined,
  eraser: Eraser,
  where: Where,
): ReportEvidence {
  if (!redaction) return redactStrings(evidence, eraser, where);
  if (evidence.excerpt) eraser.remove(redaction, where, evidence.excerpt);
  if (evidence.archiveUrl) eraser.remove(redaction, where, evidence.archiveUrl);
  // The date of a meeting can reveal who the source is, and so can the time that an id tells.
  return redactStrings(
    { ...evidence, id: null, excerpt: null, archiveUrl: null, accessedOn: null },
    eraser,
    where,
  );
}

function redactCorrectionWith<C extends Pick<ReportCorrection, "field" | "from" | "to" | "note">>(
  correction: C,
  eraser: Eraser,
): C {
  const where: Where = { part: "correction", number: null };
  const redact = (text: string) => {
    // It lists all that is known of a source, its publisher and notes included.
    const redaction = correction.field === "sources" ? eraser.sourceNamedIn(text) : undefined;
    return redaction ? eraser.remove(redaction, where, text) : eraser.text(text, where, { repeats: true });
  };
  const value = (side: CorrectionValue): CorrectionValue => {
    if (side === null) return null;
    if (typeof side === "string") return redact(side);
    return side.map((source) => ({ ...source, text: redact(source.text) }));
  };
  return {
    ...correction,
    from: value(correction.from),
    to: value(correction.to),
    note: eraser.text(correction.note, where, { repeats: true }),
  };
}

/** Blocks without claims, such as a rationale. */
function redactPlainBlocks(blocks: readonly ReportBlock[], eraser: Eraser, where: Where): ReportBlock[] {
  const clean = redactAddresses(blocks, eraser, where);
  return redactBlocks(clean, eraser.ranges(blockText(clean), where)).blocks;
}

/** The article's text, with its claims where they are now. */
function redactText(
  report: Report,
  eraser: Eraser,
): { blocks: ReportBlock[]; textHash: string; claims: readonly ReportClaim[] } {
  const where: Where = { part: "text", number: null };
  const before = redactAddresses(report.article.blocks, eraser, where);
  const ranges = eraser.ranges(blockText(before), where);
  if (ranges.length === 0)
    return { blocks: before, textHash: report.article.textHash, claims: report.claims };
  const { blocks, startOf, endOf } = redactBlocks(before, ranges);
  const text = blockText(blocks);
  const old = claimSpans(before);
  const spans = [...old].map(([number, { start, end }]) => ({
    id: String(number),
    start: startOf(start),
    end: endOf(end),
  }));
  const spanOf = new Map(spans.map((span) => [span.id, span]));
  const lanes = assignLanes(spans);
  const claims = report.claims.map((claim): ReportClaim => {
    const [was, is] = [old.get(claim.number), spanOf.get(String(claim.number))];
    if (!was || !is) throw new RangeError(`claim ${claim.number} is nowhere in the text of the report`);
    // Empty captions of figures count in the text of the version, and are not in the Report.
    const uncounted = claim.start - was.start;
    return {
      ...claim,
      start: is.start + uncounted,
      end: is.end + uncounted,
      quote: text.slice(is.start, is.end),
      prefix: text.slice(outsidePair(text, is.start - claim.prefix.length), is.start),
      suffix: text.slice(is.end, outsidePair(text, is.end + claim.suffix.length)),
      lane: lanes.get(String(claim.number)) ?? 0,
    };
  });
  const numberOf = new Map(spans.map(({ id }) => [id, Number(id)]));
  return {
    blocks: markClaims(blocks, { segments: segmentText(text.length, spans), numberOf }),
    textHash: createHash("sha256").update(text).digest("hex"),
    claims,
  };
}

/** An offset inside the text that is not between the halves of a surrogate pair. */
function outsidePair(text: string, offset: number): number {
  const at = Math.min(Math.max(offset, 0), text.length);
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}

/** Marks the claims in blocks whose runs name none. */
function markClaims(blocks: readonly ReportBlock[], marking: Marking): ReportBlock[] {
  const cutter = new RunCutter(marking);
  const marked = textBlocksOf(blocks).map(({ runs }) => {
    cutter.nextBlock();
    return runs.flatMap(({ text, claims: _, starts: __, ends: ___, ...format }) => cutter.cut(text, format));
  });
  cutter.closeMarks();
  let index = 0;
  const walk = (block: ReportBlock): ReportBlock => {
    const next = () => marked[index++] ?? [];
    switch (block.type) {
      case "paragraph":
      case "heading":
      case "code":
        return { ...block, runs: next() };
      case "quote":
        return { ...block, blocks: block.blocks.map(walk) };
      case "list":
        return { ...block, items: block.items.map((item) => item.map(walk)) };
      case "table":
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(walk) }))),
        };
      case "figure":
        return block.caption.length > 0 ? { ...block, caption: next() } : block;
      case "rule":
        return block;
    }
  };
  return blocks.map(walk);
}
