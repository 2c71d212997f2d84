import { csvOf } from "../renderers/tables/csv";
import type { Cell } from "../renderers/tables/report-tables";
import { reportWords } from "../report-words";
import type { EvidencePack, PackSources } from "./evidence-pack";

/** The same in every language. Which of them a row has depends on its kind. */
const COLUMNS = [
  "row",
  "title",
  "address",
  "publisher",
  "firstPublishedAt",
  "publishedAt",
  "claim",
  "statement",
  "claimant",
  "claimantKind",
  "ratingKey",
  "rating",
  "definition",
  "claims",
  "share",
  "sources",
  "primarySources",
  "archivedSources",
  "confidentialSources",
  "correction",
  "field",
  "from",
  "to",
  "note",
  "at",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/**
 * An evidence pack as one CSV file. The column `row` tells the kind of row: check, claim, rating, claimant, correction (one for each field that changed),
 * unpublished, definition (of a rating) or policy. Days and times are ISO 8601 in UTC; a share is a part of all claims, from 0 to 1.
 * @param language BCP 47, of the words around its facts
 */
export function evidencePackCsv(pack: EvidencePack, language = "en"): string {
  const words = reportWords(language);
  const claims = pack.checks.reduce((sum, check) => sum + check.claims.length, 0);
  const shareOf = (count: number) => Math.round((count / claims) * 10_000) / 10_000;
  const { organisation, policies } = pack;
  const rows: Row[] = [
    ...pack.checks.flatMap((check): Row[] => [
      {
        row: "check",
        title: check.title,
        address: check.address,
        publisher: check.publisher,
        firstPublishedAt: check.firstPublishedAt,
        publishedAt: check.publishedAt,
        claims: check.claims.length,
        ...sourceCells(check.sources),
      },
      ...check.claims.map(
        (claim): Row => ({
          row: "claim",
          title: check.title,
          address: claim.address,
          claim: claim.number,
          statement: claim.statement,
          claimant: claim.claimant,
          ratingKey: claim.ratingKey,
          rating: claim.rating,
          ...sourceCells(claim.sources),
        }),
      ),
    ]),
    ...pack.ratings.map(
      ({ ratingKey, label, count }): Row => ({
        row: "rating",
        ratingKey,
        rating: label,
        claims: count,
        share: shareOf(count),
      }),
    ),
    ...pack.claimants.flatMap(({ name, kind, count, ratings }): Row[] => [
      { row: "claimant", claimant: name, claimantKind: kind, claims: count, share: shareOf(count) },
      ...ratings.map(
        (each): Row => ({
          row: "claimant",
          claimant: name,
          claimantKind: kind,
          rating: each.label,
          claims: each.count,
        }),
      ),
    ]),
    ...pack.corrections.flatMap(({ changes, title, address, claim, kind, note, madeAt }) =>
      changes.map(
        ({ field, from, to }): Row => ({
          row: "correction",
          title,
          address,
          claim,
          correction: kind,
          field,
          from: words.correctionValue(field, from),
          to: words.correctionValue(field, to),
          note,
          at: madeAt,
        }),
      ),
    ),
    ...pack.unpublished.map(
      ({ title, reason, at }): Row => ({ row: "unpublished", title, note: reason, at }),
    ),
    ...policies.scales.flatMap(({ name, ratings }) =>
      ratings.map(
        ({ key, label, definition }): Row => ({
          row: "definition",
          title: name,
          ratingKey: key,
          rating: label,
          definition,
        }),
      ),
    ),
    ...policies.methods.map(
      (method): Row => ({
        row: "policy",
        field: "method",
        note: words.methodParagraphs({ method }).join("\n"),
      }),
    ),
    { row: "policy", field: "corrections", address: policies.correctionsPage },
    ...(organisation
      ? [
          { row: "policy", field: "organisation", title: organisation.name, address: organisation.url },
          { row: "policy", field: "funding", note: organisation.funding },
          { row: "policy", field: "ethics", address: organisation.policies.ethicsUrl },
          { row: "policy", field: "corrections", address: organisation.policies.correctionsUrl },
          { row: "policy", field: "method", address: organisation.policies.methodUrl },
        ].filter(({ title, address, note }: Row) => title || address || note)
      : []),
  ];
  return csvOf([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? null))]);
}

function sourceCells({ total, primary, archived, confidential }: PackSources): Row {
  return {
    sources: total,
    primarySources: primary,
    archivedSources: archived,
    confidentialSources: confidential,
  };
}
