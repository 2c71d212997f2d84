import { formatDate, formatInstant } from "@/lib/format-date";
import type {
  CorrectionKind,
  Report,
  ReportClaim,
  ReportCorrection,
  ReportEvidence,
  ReportPicture,
  ReportSource,
} from "./report";

/*
 * The words that stand around the facts of a Report. Pages and exports take them from here, so that all of them say the same.
 */

/** Headings of a report's parts. */
export const sectionTitles = {
  article: "The article",
  claims: "The claims",
  corrections: "Corrections",
  sources: "Sources",
  method: "How this was checked",
  ratings: "The ratings",
  signers: "Signed off",
} as const;

/** "Fact-check report, 17 May 2024". */
export function reportKicker(report: Report): string {
  return `Fact-check report, ${formatDate(report.publication.publishedAt)}`;
}

/** Who wrote the article, who published it, and when; the parts that are known. */
export function describeOrigin(report: Report): string[] {
  const { byline, publisher, publishedOn } = report.article;
  return [byline && `By ${byline}`, publisher, publishedOn && formatDate(publishedOn)].filter(
    (part): part is string => Boolean(part),
  );
}

/** "21 claims checked". */
export function summaryTitle(report: Report): string {
  const { total } = report.summary;
  return `${total} ${total === 1 ? "claim" : "claims"} checked`;
}

/** "Ministry of Trade, 17 May 2024"; empty where neither is known. */
export function describeAttribution(claim: ReportClaim): string {
  return [claim.claimant, claim.claimedOn && formatDate(claim.claimedOn)].filter(Boolean).join(", ");
}

/** "Checked by A, approved by B and C, 17 May 2024". */
export function describeSignature(claim: ReportClaim): string {
  const approved = claim.approvedBy.length > 0 ? `, approved by ${claim.approvedBy.join(" and ")}` : "";
  return `Checked by ${claim.verdictBy}${approved}, ${formatDate(claim.verdictAt)}`;
}

/** What stands behind a source's title: ", publisher, date"; begins with a comma unless it is empty. */
export function sourceOrigin(source: ReportSource): string {
  return [source.publisher, source.publishedOn && formatDate(source.publishedOn)]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join("");
}

/** Where a source's title leads: to its page, or to an archived copy where the page is gone. */
export function sourceHref(source: ReportSource, archiveUrl: string | null = null): string | null {
  return (source.gone && (archiveUrl ?? source.archiveUrl)) || source.url;
}

/** "Its page is gone: the title leads to an archived copy."; empty while it was there. */
export function describeDeadLink(source: ReportSource, archiveUrl: string | null = null): string {
  if (!source.gone) return "";
  return (archiveUrl ?? source.archiveUrl)
    ? "Its page is gone: the title leads to an archived copy."
    : "Its page is gone.";
}

/** "Web page, primary source". */
export function describeSourceKind(source: ReportSource): string {
  return source.primary ? `${source.kindLabel}, primary source` : source.kindLabel;
}

/** "accessed 17 May 2024", or null. */
export function describeAccess(evidence: ReportEvidence): string | null {
  return evidence.accessedOn && `accessed ${formatDate(evidence.accessedOn)}`;
}

/** What people see for each kind of correction. */
export const correctionKindLabels: Record<CorrectionKind, string> = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
};

/** What each kind of correction is for. */
export const correctionKindHints: Record<CorrectionKind, string> = {
  correction: "What was published was wrong.",
  clarification: "What was published could be misread.",
  update: "Something is known now that was not known then.",
};

/** "Correction, 17 May 2024". */
export function correctionTitle({ kind, madeAt }: Pick<ReportCorrection, "kind" | "madeAt">): string {
  return `${correctionKindLabels[kind ?? "correction"]}, ${formatDate(madeAt)}`;
}

const fieldWords: Record<string, string> = {
  statement: "What was checked",
  claimant: "Who claimed it",
  claimedOn: "When it was claimed",
  verdict: "Verdict",
  rationale: "Reasons",
  quote: "Quotation",
  sources: "Sources",
  removed: "Claim",
};

/** What a correction changed: "Verdict". */
export function correctionFieldLabels(field: string): string {
  return fieldWords[field] ?? field;
}

/** "The verdict was “True” and is now “False”."; empty for fields whose values say little to readers. */
function changeWords(correction: ReportCorrection): string {
  const { field, from, to } = correction;
  switch (field) {
    case "verdict":
      return `The verdict was “${from}” and is now “${to}”.`;
    case "statement":
      return `The claim is worded anew: “${from}” before, “${to}” now.`;
    case "claimant":
      return `Who claimed it: ${from} before, ${to} now.`;
    case "claimedOn":
      return `When it was claimed: ${from} before, ${to} now.`;
    default:
      return "";
  }
}

/** A public note, with everything that it was given for. */
export interface CorrectionNotice extends Pick<ReportCorrection, "claim" | "kind" | "note" | "madeAt"> {
  /** In sentences; empty where the values say little to readers. */
  changes: string;
}

/** The corrections as readers read them: a note that was given for several changes of a claim stands once. */
export function correctionNotices(corrections: readonly ReportCorrection[]): CorrectionNotice[] {
  const notices: CorrectionNotice[] = [];
  for (const correction of corrections) {
    const { claim, kind, note, madeAt } = correction;
    const words = changeWords(correction);
    const last = notices.at(-1);
    const goesOn = claim !== null && last?.claim === claim && last.madeAt === madeAt && last.note === note;
    if (goesOn) last.changes = [last.changes, words].filter(Boolean).join(" ");
    else notices.push({ claim, ...(kind ? { kind } : {}), note, madeAt, changes: words });
  }
  return notices;
}

const roleVerbs = { checked: "Checked", approved: "Approved", published: "Published" } as const;

/** In three parts, so that the name can be set apart: "Checked by ", "A", " (3 claims), 17 May 2024 at 14:02 UTC". */
export function describeSigner(signer: Report["signers"][number]): [string, string, string] {
  const { length } = signer.claims;
  const claims = length === 0 ? "" : ` (${length} ${length === 1 ? "claim" : "claims"})`;
  return [`${roleVerbs[signer.role]} by `, signer.name, `${claims}, ${formatInstant(signer.at)}`];
}

/** "Publication 2, 17 May 2024 at 14:02 UTC. Text version 1." */
export function describePublication(report: Report): string {
  const { number, publishedAt } = report.publication;
  return `Publication ${number}, ${formatInstant(publishedAt)}. Text version ${report.article.versionNumber}.`;
}

/** What stands in the place of a picture that is not shown, and where it leads: "Picture: A port at night", "example.org". */
export function describePicture({ src, alt }: ReportPicture): { words: string; host: string } {
  return { words: alt ? `Picture: ${alt}` : "Picture", host: new URL(src).hostname };
}

/** "A copy of 23 November 2026 is kept by the desk."; empty where there is none. */
export function describeKeptCopy({ keptAt }: ReportSource): string {
  return keptAt ? `A copy of ${formatDate(keptAt)} is kept by the desk.` : "";
}
