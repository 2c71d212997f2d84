import { formatDate, formatInstant } from "@/lib/format-date";
import { intlLocale } from "@/lib/intl-locale";
import { spokenLanguage, words } from "@/lib/words/words";
import { type CorrectionWords, correctionWords } from "./correction-words";
import type { PublicationOutput } from "./export-formats";
import { sentenceMarks } from "./languages/sentence-marks";
import type { Report, ReportClaim, ReportClaimant, ReportPicture, ReportRedaction } from "./report";
import { type SourceWords, sourceWords } from "./source-words";
import { isolated } from "./text-language";

/** The text around the facts of a Report in one language, shared by pages and exports so that they all say the same. */
export type ReportWords = FactWords & SourceWords & CorrectionWords;

type FactWords = ReturnType<typeof factWords>;

const known = new Map<string, ReportWords>();

/**
 * The words of Reports in a language, with dates and lists as it writes them.
 * @param wanted BCP 47: that of the output, not of the article
 */
export function reportWords(wanted: string): ReportWords {
  const language = spokenLanguage(wanted);
  const found = known.get(language);
  if (found) return found;
  const made = { ...factWords(language), ...sourceWords(language), ...correctionWords(language) };
  known.set(language, made);
  return made;
}

function factWords(language: string) {
  const t = words("report", language);
  const list = new Intl.ListFormat(intlLocale(language), { type: "conjunction" });
  const inside = (text: string) => isolated(text, language);
  const date = (iso: string) => formatDate(iso, language);
  const time = (iso: string) => formatInstant(iso, language);

  /** "Joseph Wu, then foreign minister". */
  function describeClaimant({ name, role }: ReportClaimant): string {
    return role ? t("claimant.role", { name: inside(name), role: inside(role) }) : inside(name);
  }

  /** That it has only some claims, and what is not ready in a draft. */
  function scopeNotices({ unfinished, selection, summary }: Report): string[] {
    const numbers = (some: readonly number[]) => ({
      count: some.length,
      numbers: list.format(some.map(String)),
    });
    return [
      ...(selection ? [t("selection", { count: summary.total, total: selection.of })] : []),
      ...(unfinished?.unapproved.length ? [t("draft.unapproved", numbers(unfinished.unapproved))] : []),
      ...(unfinished?.missing.length ? [t("draft.missing", numbers(unfinished.missing))] : []),
    ];
  }

  return {
    /** BCP 47, of these words. */
    language,

    marks: sentenceMarks(language),

    /** Headings of a report's sections. */
    sectionTitles: {
      finding: words("reader", language)("finding.title"),
      article: t("section.article"),
      claims: t("section.claims"),
      corrections: t("section.corrections"),
      sources: t("section.sources"),
      method: t("section.method"),
      ratings: t("section.ratings"),
      signers: t("section.signers"),
      organisation: t("publisher"),
      redactions: t("section.redactions"),
    },

    /** "Fact-check report, 17 May 2024". */
    reportKicker({ publication, status }: Report): string {
      return t(status === "draft" ? "draft.kicker" : "kicker", { date: date(publication.publishedAt) });
    },

    /** What has to be known before anything else: that it is a draft, and what it does not have. */
    reportNotices(report: Report): string[] {
      return [...(report.status === "draft" ? [t("draft.notice")] : []), ...scopeNotices(report)];
    },

    scopeNotices,

    /** The word across each page of a draft; null for what is published. */
    pageMark({ status }: Pick<Report, "status">): string | null {
      return status === "draft" ? t("draft.mark") : null;
    },

    /** "The Daily Check. Fact-check report, 17 May 2024, publication 2", under each page of a file. */
    footerOf({ publication: { publishedAt, number }, organisation, status }: Report): string {
      const values = { date: date(publishedAt), number };
      const key = status === "draft" ? "draft.footer" : "footer";
      return organisation
        ? t(`${key}.organisation`, { ...values, organisation: inside(organisation.name) })
        : t(key, values);
    },

    /** The author, publisher and date of the article, as far as known. */
    describeOrigin({ article: { byline, publisher, publishedOn } }: Report): string[] {
      return [
        byline && t("byline", { name: inside(byline) }),
        publisher && inside(publisher),
        publishedOn && date(publishedOn),
      ].filter((part): part is string => Boolean(part));
    },

    /** "21 claims checked". */
    summaryTitle({ summary: { total } }: Pick<Report, "summary">): string {
      return t("total", { total });
    },

    /** "Claim 7", or with a text "Claim 7: False". */
    claimTitle(number: number, text?: string): string {
      return text === undefined ? t("claim", { number }) : t("claim.named", { number, text: inside(text) });
    },

    /** "Number", "Quotation". */
    claimKind({ kind }: Pick<ReportClaim, "kind">): string {
      return t(`claim.kind.${kind}`);
    },

    describeClaimant,

    /** "Joseph Wu, then foreign minister, carried by Reuters, 17 May 2024"; empty if nothing is known. */
    describeAttribution({ claimant, carriedBy, claimedOn }: ReportClaim): string {
      const carrier = carriedBy && inside(carriedBy);
      const named = claimant ? describeClaimant(claimant) : "";
      const by =
        carrier && named
          ? t("attribution.carried", { claimant: named, carrier })
          : carrier
            ? t("attribution.carrier", { carrier })
            : named;
      if (by === "") return claimedOn ? date(claimedOn) : "";
      return claimedOn ? t("attribution.dated", { claimant: by, date: date(claimedOn) }) : by;
    },

    /** "Checked by A, approved by B and C, 17 May 2024". */
    describeSignature({ verdictBy, verdictAt, approvedBy }: ReportClaim): string {
      const values = { checker: inside(verdictBy), date: date(verdictAt) };
      return approvedBy.length > 0
        ? t("signature.approved", { ...values, approvers: list.format(approvedBy.map(inside)) })
        : t("signature", values);
    },

    /** In three parts, so that the name can be emphasised: "Checked by ", "A", " (3 claims), 17 May 2024 at 14:02 UTC". */
    describeSigner({ role, name, claims, at }: Report["signers"][number]): [string, string, string] {
      const parts = t.parts<{ name: string }>(`signer.${role}`, {
        person: inside(name),
        count: claims.length,
        time: time(at),
        name: (chunks) => ({ name: chunks.join("") }),
      });
      const text = (part: string | { name: string }) => (typeof part === "string" ? part : part.name);
      const named = parts.findIndex((part) => typeof part !== "string");
      return [
        parts.slice(0, named).map(text).join(""),
        text(parts[named] ?? ""),
        parts
          .slice(named + 1)
          .map(text)
          .join(""),
      ];
    },

    /** "Publication 2, 17 May 2024 at 14:02 UTC. Text version 1." */
    describePublication({ publication, article, status }: Report): string {
      const { number, publishedAt } = publication;
      return t(status === "draft" ? "draft.made" : "publication", {
        number,
        time: time(publishedAt),
        version: article.versionNumber,
      });
    },

    /** How the newsroom worked, in paragraphs. */
    methodParagraphs({ method }: Pick<Report, "method">): readonly string[] {
      return "key" in method ? t(`method.${method.key}`).split("\n") : method.paragraphs;
    },

    /** The text for an image that is not shown, and the host it links to: "Picture: A port at night", "example.org". */
    describePicture({ src, alt }: ReportPicture): { description: string; host: string } {
      const description = alt ? t("picture.described", { description: inside(alt) }) : t("picture");
      return { description, host: new URL(src).hostname };
    },

    /** What an output is called inside a sentence: "The PDF of this report". "file" is any of them. */
    outputName(output: PublicationOutput | "file"): string {
      return t(`output.${output}`);
    },

    /** "Redacted on 17 May 2024: source protection". */
    describeRedaction({ at, reason }: Pick<ReportRedaction, "at" | "reason">): string {
      return t("redaction", { date: date(at), reason: inside(reason) });
    },
  };
}
