import type { BlockContent, FootnoteDefinition, PhrasingContent } from "mdast";
import { findRating } from "../../claims/find-rating";
import type { Report, ReportClaim, ReportEvidence } from "../../report";
import type { ReportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { isolated } from "../../text-language";
import { blockNodes, paragraph, text } from "./block-nodes";

/** The note of a claim: its verdict, statement, words, attribution, reasons, evidence, corrections, and who signed it. */
export function claimNote(report: Report, claim: ReportClaim, words: ReportWords): FootnoteDefinition {
  const { label } = findRating(report, claim);
  const attribution = words.describeAttribution(claim);
  const kind = [words.claimKind(claim), ...claim.tags.map((tag) => isolated(tag, words.language))].join(", ");
  const number = String(claim.number);
  return {
    type: "footnoteDefinition",
    identifier: number,
    label: number,
    children: [
      paragraph([
        { type: "strong", children: [text(`${words.claimTitle(claim.number, label)}.`)] },
        text(` ${claim.statement}`),
      ]),
      { type: "blockquote", children: claim.quote.split("\n").map((line) => paragraph([text(line)])) },
      paragraph([text(attribution === "" ? `${kind}.` : `${attribution}. ${kind}.`)]),
      ...blockNodes(claim.rationale, words, { level: 4 }),
      ...evidenceList(report, claim, words),
      ...words
        .correctionNotices(report.corrections)
        .filter((notice) => notice.claim === claim.number)
        .map((notice) => paragraph(correctionPhrases(notice, words))),
      paragraph([text(`${words.describeSignature(claim)}.`)]),
    ],
  };
}

/** "**Correction, 17 May 2024.** The verdict was “True” and is now “False”. Counted again." */
export function correctionPhrases(
  notice: ReturnType<ReportWords["correctionNotices"]>[number],
  words: ReportWords,
): PhrasingContent[] {
  return [
    { type: "strong", children: [text(`${words.correctionTitle(notice)}.`)] },
    text(` ${[notice.changes, notice.note].filter(Boolean).join(" ")}`),
  ];
}

function evidenceList(report: Report, { evidence }: ReportClaim, words: ReportWords): BlockContent[] {
  if (evidence.length === 0) return [];
  return [
    {
      type: "list",
      ordered: false,
      spread: false,
      children: evidence.map((each) => ({
        type: "listItem",
        spread: false,
        children: [paragraph(evidencePhrases(report, each, words))],
      })),
    },
  ];
}

function evidencePhrases(report: Report, evidence: ReportEvidence, words: ReportWords): PhrasingContent[] {
  const source = report.sources[evidence.source - 1];
  if (!source) throw new RangeError(`the report has no source ${evidence.source}`);
  const access = words.describeAccess(evidence);
  const rest = [
    `${words.sourceOrigin(source)}${access ? `, ${access}` : ""} [${source.number}].`,
    words.describeDeadLink(source, evidence.archiveUrl),
    evidence.excerpt === null ? "" : `“${isolated(evidence.excerpt, words.language)}”`,
    evidence.note ?? "",
  ];
  return [
    { type: "strong", children: [text(words.stanceLabel(evidence))] },
    text(": "),
    linked(words.sourceTitle(source), sourceHref(source, evidence.archiveUrl)),
    text(rest.filter(Boolean).join(" ")),
    ...(evidence.archiveUrl ? [text(" "), linked(words.archivedCopy, evidence.archiveUrl), text(".")] : []),
  ];
}

/** A link, or plain text without an address. */
export function linked(title: string, url: string | null): PhrasingContent {
  return url === null ? text(title) : { type: "link", url, children: [text(title)] };
}
