import { articlePath } from "@/lib/article-path";
import { findRating } from "../../claims/find-rating";
import type { Report } from "../../report";
import { reportWords } from "../../report-words";

/** A cell of a table; null for nothing. */
export type Cell = string | number | boolean | null;

export interface ReportTable {
  columns: readonly ReportColumn[];
  /** Of each row, a cell per column. */
  rows: readonly (readonly Cell[])[];
}

/** A row per claim, per use of a source for a claim, per source, per correction and per redaction. */
export const REPORT_TABLES = ["claims", "evidence", "sources", "corrections", "redactions"] as const;
export type ReportTables = Readonly<Record<(typeof REPORT_TABLES)[number], ReportTable>>;

/** `article`, the name of an article in its address, is in tables of many articles only: see `tablesOfArticles`. */
export type ReportColumn =
  | "article"
  | (typeof CLAIM_COLUMNS)[number]
  | (typeof EVIDENCE_COLUMNS)[number]
  | (typeof SOURCE_COLUMNS)[number]
  | (typeof CORRECTION_COLUMNS)[number]
  | (typeof REDACTION_COLUMNS)[number];

const CLAIM_COLUMNS = [
  "claim",
  "position",
  "address",
  "quote",
  "statement",
  "claimant",
  "claimantRole",
  "carriedBy",
  "claimedOn",
  "kind",
  "tags",
  "ratingKey",
  "rating",
  "rationale",
  "checkedBy",
  "checkedAt",
  "approvedBy",
  "firstPublishedAt",
  // Where the quotation is, so that an import finds it again.
  "prefix",
  "suffix",
  "start",
  "end",
] as const;

const SOURCE_COLUMNS = [
  "source",
  "sourceTitle",
  "publisher",
  "publishedOn",
  "sourceUrl",
  "sourceKind",
  "primary",
  "confidential",
  "gone",
  "authors",
  "citation",
  "sourceArchiveUrl",
  "copySavedAt",
] as const;

const EVIDENCE_COLUMNS = [
  "claim",
  "source",
  "sourceTitle",
  "sourceUrl",
  "stance",
  "excerpt",
  "note",
  "accessedOn",
  "archiveUrl",
] as const;

const CORRECTION_COLUMNS = ["claim", "correction", "field", "from", "to", "note", "correctedAt"] as const;

const REDACTION_COLUMNS = ["redaction", "reason", "redactedAt"] as const;

const COLUMNS = {
  claims: CLAIM_COLUMNS,
  evidence: EVIDENCE_COLUMNS,
  sources: SOURCE_COLUMNS,
  corrections: CORRECTION_COLUMNS,
  redactions: REDACTION_COLUMNS,
} as const satisfies Record<(typeof REPORT_TABLES)[number], readonly ReportColumn[]>;

/**
 * A Report as tables. Days are ISO 8601 days, times ISO 8601 instants in UTC; several names are separated by "; ". Columns have the same names
 * in every language.
 * @param address public URL of the article's page
 * @param language BCP 47, of the words around its facts
 */
export function reportTables(report: Report, address: string, language = "en"): ReportTables {
  const words = reportWords(language);
  const isDraft = report.status === "draft";
  const sourceOf = (number: number) => {
    const source = report.sources[number - 1];
    if (!source) throw new RangeError(`the report has no source ${number}`);
    return source;
  };
  return {
    claims: table(
      CLAIM_COLUMNS,
      report.claims.map((claim) => ({
        claim: claim.number,
        position: claim.position,
        // Readers can't open claims of a draft.
        address: isDraft ? null : `${address}/claims/${claim.number}`,
        quote: claim.quote,
        prefix: claim.prefix,
        suffix: claim.suffix,
        start: claim.start,
        end: claim.end,
        statement: claim.statement,
        claimant: claim.claimant?.name ?? null,
        claimantRole: claim.claimant?.role ?? null,
        carriedBy: claim.carriedBy,
        claimedOn: claim.claimedOn,
        kind: claim.kind,
        tags: joined(claim.tags),
        ratingKey: claim.ratingKey,
        rating: findRating(report, claim).label,
        rationale: claim.rationaleText,
        checkedBy: claim.verdictBy,
        checkedAt: claim.verdictAt,
        approvedBy: joined(claim.approvedBy),
        firstPublishedAt:
          isDraft && claim.firstPublishedAt === report.publication.publishedAt
            ? null
            : claim.firstPublishedAt,
      })),
    ),
    evidence: table(
      EVIDENCE_COLUMNS,
      report.claims.flatMap((claim) =>
        claim.evidence.map((evidence) => ({
          claim: claim.number,
          source: evidence.source,
          sourceTitle: words.sourceTitle(sourceOf(evidence.source)),
          sourceUrl: sourceOf(evidence.source).url,
          stance: evidence.stance,
          excerpt: evidence.excerpt,
          note: evidence.note,
          accessedOn: evidence.accessedOn,
          archiveUrl: evidence.archiveUrl,
        })),
      ),
    ),
    sources: table(
      SOURCE_COLUMNS,
      report.sources.map((source) => ({
        source: source.number,
        sourceTitle: words.sourceTitle(source),
        publisher: source.publisher,
        publishedOn: source.publishedOn,
        sourceUrl: source.url,
        sourceKind: source.kind,
        primary: source.primary,
        confidential: source.confidential,
        gone: source.gone,
        authors: joined(source.authors),
        citation: words.describeCitation(source) || null,
        sourceArchiveUrl: source.archiveUrl,
        copySavedAt: source.keptAt,
      })),
    ),
    corrections: table(
      CORRECTION_COLUMNS,
      report.corrections.map(({ claim, kind, field, from, to, note, madeAt }) => ({
        claim,
        correction: kind,
        field,
        from: words.correctionValue(field, from),
        to: words.correctionValue(field, to),
        note,
        correctedAt: madeAt,
      })),
    ),
    redactions: table(
      REDACTION_COLUMNS,
      (report.redactions ?? []).map(({ number, reason, at }) => ({
        redaction: number,
        reason,
        redactedAt: at,
      })),
    ),
  };
}

/**
 * The tables of many Reports as one, with the name of the article in the first column.
 * @param publicUrl of the installation
 */
export function tablesOfArticles(
  reports: readonly Report[],
  publicUrl: string,
  language = "en",
): ReportTables {
  const each = reports.map(
    (report) =>
      [
        report.article.slug,
        reportTables(report, `${publicUrl}${articlePath(report.article.slug)}`, language),
      ] as const,
  );
  const joint = (name: keyof ReportTables): ReportTable => ({
    columns: ["article", ...COLUMNS[name]],
    rows: each.flatMap(([slug, tables]) => tables[name].rows.map((row) => [slug, ...row])),
  });
  return {
    claims: joint("claims"),
    evidence: joint("evidence"),
    sources: joint("sources"),
    corrections: joint("corrections"),
    redactions: joint("redactions"),
  };
}

function table<Column extends ReportColumn>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): ReportTable {
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}

const joined = (names: readonly string[]) => (names.length > 0 ? names.join("; ") : null);
