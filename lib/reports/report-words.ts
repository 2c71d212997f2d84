import { describeClaimedBy } from "@/lib/claimants/labels";
import { formatDate, formatInstant } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import type {
  CorrectionKind,
  Report,
  ReportClaim,
  ReportCorrection,
  ReportEvidence,
  ReportPicture,
  ReportRedaction,
  ReportSource,
} from "./report";

const t = words("sources");

/*
 * The text around the facts of a Report, shared by pages and exports so that they all say the same.
 */

/** Headings of a report's sections. */
export const sectionTitles = {
  article: "The article",
  claims: "The claims",
  corrections: "Corrections",
  sources: "Sources",
  method: "How this was checked",
  ratings: "The ratings",
  signers: "Signed off",
  organisation: words("organisation")("publisher"),
  redactions: "Redactions",
} as const;

/** "Fact-check report, 17 May 2024". */
export function reportKicker(report: Report): string {
  return `Fact-check report, ${formatDate(report.publication.publishedAt)}`;
}

/** "The Daily Check. Fact-check report, 17 May 2024, publication 2", under each page of a file. */
export function footerOf(report: Report): string {
  const edition = `${reportKicker(report)}, publication ${report.publication.number}`;
  return report.organisation ? `${report.organisation.name}. ${edition}` : edition;
}

/** The author, publisher and date of the article, as far as known. */
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

/** "Ministry of Trade, carried by Reuters, 17 May 2024"; empty if nothing is known. */
export function describeAttribution(claim: ReportClaim): string {
  return [...describeClaimedBy(claim), claim.claimedOn && formatDate(claim.claimedOn)]
    .filter(Boolean)
    .join(", ");
}

/** "Checked by A, approved by B and C, 17 May 2024". */
export function describeSignature(claim: ReportClaim): string {
  const approved = claim.approvedBy.length > 0 ? `, approved by ${claim.approvedBy.join(" and ")}` : "";
  return `Checked by ${claim.verdictBy}${approved}, ${formatDate(claim.verdictAt)}`;
}

/** The text after a source's title: ", publisher, date". Begins with a comma unless it is empty. */
export function sourceOrigin(source: ReportSource): string {
  return [source.publisher, source.publishedOn && formatDate(source.publishedOn)]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join("");
}

/** The names in a list: "A", "A and B", "A, B and C"; of many, the first ones. Names with commas are separated by semicolons. */
function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES);
  return [...shown, ...(names.length > MAX_NAMES ? [t("citation.others")] : [])].join("; ");
}

/** Authors and editors named in a citation. */
const MAX_NAMES = 20;

/**
 * What readers need to find a source, beside its title, publisher and date: "By Doe, Jane. Volume 12, issue 3, pages 12–34. DOI:
 * 10.1000/182."; empty if nothing of it is known.
 */
export function describeCitation({ authors, citation = {} }: ReportSource): string {
  const { editors = [], translators = [] } = citation;
  const numbers = [
    citation.edition && t("citation.edition", { edition: citation.edition }),
    citation.volume && t("citation.volume", { volume: citation.volume }),
    citation.issue && t("citation.issue", { issue: citation.issue }),
    citation.number && t("citation.number", { number: citation.number }),
    citation.pages && t("citation.pages", { pages: citation.pages.replaceAll("-", "–") }),
  ].filter(Boolean);
  const house = [citation.publisherPlace, citation.publishingHouse].filter(Boolean).join(": ");
  const sentences = [
    authors.length > 0 && t("citation.authors", { names: listNames(authors) }),
    editors.length > 0 && t("citation.editors", { names: listNames(editors) }),
    translators.length > 0 && t("citation.translators", { names: listNames(translators) }),
    numbers.length > 0 && numbers.join(", "),
    citation.eventTitle,
    house,
    citation.isbn && t("citation.isbn", { isbn: citation.isbn }),
    citation.issn && t("citation.issn", { issn: citation.issn }),
    citation.doi && t("citation.doi", { doi: citation.doi }),
  ].filter((sentence): sentence is string => Boolean(sentence));
  return sentences
    .map((sentence) => `${capitalised(sentence)}${/[.?!]$/.test(sentence) ? "" : "."}`)
    .join(" ");
}

function capitalised(sentence: string): string {
  const [first = ""] = sentence;
  return first.toUpperCase() + sentence.slice(first.length);
}

/** The link of a source's title: its page, or an archived copy if the page is gone. */
export function sourceHref(source: ReportSource, archiveUrl: string | null = null): string | null {
  return (source.gone && (archiveUrl ?? source.archiveUrl)) || source.url;
}

/** "The page is gone: the title links to an archived copy."; empty if the page was available. */
export function describeDeadLink(source: ReportSource, archiveUrl: string | null = null): string {
  if (!source.gone) return "";
  return (archiveUrl ?? source.archiveUrl)
    ? "The page is gone: the title links to an archived copy."
    : "The page is gone.";
}

/** "Web page, primary source". */
export function describeSourceKind(source: ReportSource): string {
  return source.primary ? `${source.kindLabel}, primary source` : source.kindLabel;
}

/** "accessed 17 May 2024", or null. */
export function describeAccess(evidence: ReportEvidence): string | null {
  return evidence.accessedOn && `accessed ${formatDate(evidence.accessedOn)}`;
}

/** Labels of the kinds of corrections. */
export const correctionKindLabels: Record<CorrectionKind, string> = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
};

/** When to use each kind of correction. */
export const correctionKindHints: Record<CorrectionKind, string> = {
  correction: "Something published was wrong.",
  clarification: "Something published could be misunderstood.",
  update: "New information has become available.",
};

/** "Correction, 17 May 2024". */
export function correctionTitle({ kind, madeAt }: Pick<ReportCorrection, "kind" | "madeAt">): string {
  return `${correctionKindLabels[kind]}, ${formatDate(madeAt)}`;
}

const fieldLabels: Record<string, string> = {
  statement: "What was checked",
  claimant: "Who claimed it",
  carriedBy: "Who carried it",
  claimedOn: "When it was claimed",
  verdict: "Verdict",
  rationale: "Reasons",
  quote: "Quotation",
  sources: "Sources",
  removed: "Claim",
};

/** Label of the changed field: "Verdict". */
export function correctionFieldLabels(field: string): string {
  return fieldLabels[field] ?? field;
}

/** "The verdict was “True” and is now “False”."; empty for fields whose values mean little to readers. */
function describeChange(correction: ReportCorrection): string {
  const { field, from, to } = correction;
  switch (field) {
    case "verdict":
      return `The verdict was “${from}” and is now “${to}”.`;
    case "statement":
      return `The claim was reworded: “${from}” before, “${to}” now.`;
    case "claimant":
      return `Who claimed it: ${from} before, ${to} now.`;
    case "carriedBy":
      return `Who carried it: ${from} before, ${to} now.`;
    case "claimedOn":
      return `When it was claimed: ${from} before, ${to} now.`;
    default:
      return "";
  }
}

/** A public note with all the changes it covers. */
export interface CorrectionNotice extends Pick<ReportCorrection, "claim" | "kind" | "note" | "madeAt"> {
  /** Sentences; empty if the values mean little to readers. */
  changes: string;
}

/** The corrections for readers: changes of a claim with the same note are merged. */
export function correctionNotices(corrections: readonly ReportCorrection[]): CorrectionNotice[] {
  const notices: CorrectionNotice[] = [];
  for (const correction of corrections) {
    const { claim, kind, note, madeAt } = correction;
    const change = describeChange(correction);
    const last = notices.at(-1);
    const isSameNote =
      claim !== null && last?.claim === claim && last.madeAt === madeAt && last.note === note;
    if (isSameNote) last.changes = [last.changes, change].filter(Boolean).join(" ");
    else notices.push({ claim, kind, note, madeAt, changes: change });
  }
  return notices;
}

const roleVerbs = { checked: "Checked", approved: "Approved", published: "Published" } as const;

/** In three parts, so that the name can be emphasised: "Checked by ", "A", " (3 claims), 17 May 2024 at 14:02 UTC". */
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

/** The text for an image that is not shown, and the host it links to: "Picture: A port at night", "example.org". */
export function describePicture({ src, alt }: ReportPicture): { description: string; host: string } {
  return { description: alt ? `Picture: ${alt}` : "Picture", host: new URL(src).hostname };
}

/** "A copy was saved on 23 November 2026."; empty if there is none. */
export function describeKeptCopy({ keptAt }: ReportSource): string {
  return keptAt ? `A copy was saved on ${formatDate(keptAt)}.` : "";
}

/** "Redacted on 17 May 2024: source protection". */
export function describeRedaction({ at, reason }: Pick<ReportRedaction, "at" | "reason">): string {
  return `Redacted on ${formatDate(at)}: ${reason}`;
}
