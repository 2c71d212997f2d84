import type { BlockContent, FootnoteDefinition, PhrasingContent } from "mdast";
import { findRating } from "../../claims/find-rating";
import type { Report, ReportClaim, ReportEvidence } from "../../report";
import type { ReportWords } from "../../report-words";
import { sourceHref } from "../../source-words";
import { isolated } from "../../text-language";
import { blockNodes, ownParagraph, paragraph, text } from "./block-nodes";

/** The note of a claim: its verdict, statement, words, attribution, reasons, evidence, corrections, and who signed it. */
export function claimNote(report: Report, claim: ReportClaim, words: ReportWords): FootnoteDefinition {
  const { marks } = words;
  const { label } = findRating(report, claim);
  const attribution = words.describeAttribution(claim);
  const kind = [words.claimKind(claim), ...claim.tags.map((tag) => isolated(tag, words.language))].join(
    marks.comma,
  );
  const number = String(claim.number);
  return {
    type: "footnoteDefinition",
    identifier: number,
    label: number,
    children: [
      paragraph([
        { type: "strong", children: [text(marks.sentence(words.claimTitle(claim.number, label)))] },
        text(`${marks.gap}${isolated(claim.statement, words.language)}`),
      ]),
      { type: "blockquote", children: claim.quote.split("\n").map((line) => ownParagraph([text(line)])) },
      paragraph([text(marks.sentences([attribution, kind].filter(Boolean).map(marks.sentence)))]),
      ...blockNodes(claim.rationale, words, { level: 4 }),
      ...evidenceList(report, claim, words),
      ...words
        .correctionNotices(report.corrections)
        .filter((notice) => notice.claim === claim.number)
        .map((notice) => paragraph(correctionPhrases(notice, words))),
      paragraph([text(marks.sentence(words.describeSignature(claim)))]),
    ],
  };
}

/** "**Correction, 17 May 2024.** The verdict was “True” and is now “False”. Counted again." */
export function correctionPhrases(
  notice: ReturnType<ReportWords["correctionNotices"]>[number],
  words: ReportWords,
): PhrasingContent[] {
  const { marks } = words;
  return [
    { type: "strong", children: [text(marks.sentence(words.correctionTitle(notice)))] },
    text(`${marks.gap}${marks.sentences([notice.changes, isolated(notice.note, words.language)])}`),
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
  const { marks } = words;
  const rest = [
    `${words.sourceOrigin(source)}${access ? `${marks.comma}${access}` : ""} [${source.number}]${marks.stop}`,
    words.describeDeadLink(source, evidence.archiveUrl),
    evidence.excerpt === null ? "" : marks.quoted(isolated(evidence.excerpt, words.language)),
    evidence.note === null ? "" : isolated(evidence.note, words.language),
  ];
  return [
    { type: "strong", children: [text(words.stanceLabel(evidence))] },
    text(marks.colon),
    linked(isolated(words.sourceTitle(source), words.language), sourceHref(source, evidence.archiveUrl)),
    text(marks.sentences(rest)),
    ...(evidence.archiveUrl
      ? [text(marks.gap), linked(words.archivedCopy, evidence.archiveUrl), text(marks.stop)]
      : []),
  ];
}

/** A link, or plain text without an address. */
export function linked(title: string, url: string | null): PhrasingContent {
  return url === null ? text(title) : { type: "link", url, children: [text(title)] };
}
