import type { ClaimedBy } from "@/lib/claimants/claimant";
import { type ArticlePurpose, neededApprovals } from "@/lib/claims/article-purpose";
import {
  type Anchor,
  type ChangedField,
  type Claim,
  type ClaimKind,
  type Evidence,
  needsChecking,
  type PersonName,
} from "@/lib/claims/claim";
import type { DocumentNode } from "@/lib/document/document";
import { listFormerWords } from "./anchors";
import { Prisma } from "./generated/client";
import { fromJson } from "./json";
import { listOutcomes } from "./outcomes";
import { listCitedSources } from "./sources";
import { clientOf, type Tx } from "./transaction";

/*
 * Claims are read with all that belongs to them by a few statements, however many there are. Prisma's relations take one statement each, with
 * the ids of all rows before as parameters: 22 of them for the claims of an article.
 */

/** A claim as stored, and the article that it belongs to. */
export interface StoredClaim {
  claim: Claim;
  deleted: boolean;
  article: { id: string; slug: string; title: string; scaleId: string };
}

interface ClaimRow
  extends Pick<
    Claim,
    | "id"
    | "articleId"
    | "number"
    | "statement"
    | "carriedBy"
    | "claimedOn"
    | "tags"
    | "state"
    | "excluded"
    | "excludedReason"
    | "revision"
    | "contentRevision"
  > {
  kind: string;
  createdById: string;
  lastEditedById: string;
  assigneeId: string | null;
  reopenedById: string | null;
  reopenedFields: string[];
  reopenedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  deleted: boolean;
  /** On the present content. */
  votes: number;
  slug: string;
  title: string;
  scaleId: string;
  requiredApprovals: number;
  purpose: ArticlePurpose;
  claimant: Omit<ClaimedBy, "role"> | null;
  claimantRole: string | null;
  outcomeId: string | null;
  verdictId: string | null;
  /** Null without a verdict, like the three after it. */
  ratingKey: string | null;
  rationaleDoc: Prisma.JsonValue;
  rationaleText: string | null;
  verdictById: string | null;
  verdictAt: Date | null;
  /** Null if the claim has no anchor in the current version. */
  anchorOutcome: Anchor["outcome"] | null;
  versionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  score: number | null;
}

const { sql } = Prisma;

/**
 * Reads claims with their anchors in the current version of their article.
 * @param which a condition on the claim `c`
 * @param order of the claims `c`
 * @throws if a claim has no anchor in that version
 */
export async function readClaims(
  which: Prisma.Sql,
  tx?: Tx,
  order: Prisma.Sql = sql`c."id"`,
): Promise<StoredClaim[]> {
  const rows = await clientOf(tx).$queryRaw<ClaimRow[]>`
    SELECT c."id", c."articleId", c."number", c."statement", c."carriedBy", to_char(c."claimedOn", 'YYYY-MM-DD') AS "claimedOn", c."kind",
      c."tags", c."state"::text, c."excluded", c."excludedReason", c."revision", c."contentRevision",
      c."createdById", c."lastEditedById", c."assigneeId", c."reopenedById", c."reopenedFields", c."reopenedAt", c."createdAt", c."updatedAt",
      c."deletedAt" IS NOT NULL AS "deleted", c."claimantRole", c."currentOutcomeId" AS "outcomeId",
      (SELECT count(*)::int FROM "Vote" w WHERE w."claimId" = c."id" AND w."contentRevision" = c."contentRevision") AS "votes",
      a."slug", a."title", a."scaleId", a."requiredApprovals", a."purpose"::text,
      (
        SELECT jsonb_build_object('id', m."id", 'kind', m."kind", 'name', m."name", 'sameAs', m."sameAs")
        FROM "Claimant" l JOIN "Claimant" m ON m."id" = coalesce(l."mergedIntoId", l."id") WHERE l."id" = c."claimantId"
      ) AS "claimant",
      v."id" AS "verdictId", r."key" AS "ratingKey", v."rationaleDoc", v."rationaleText", v."givenById" AS "verdictById", v."givenAt" AS "verdictAt",
      n."outcome"::text AS "anchorOutcome", n."versionId", n."start", n."end", n."exact", n."prefix", n."suffix", n."score"
    FROM "Claim" c
    JOIN "Article" a ON a."id" = c."articleId"
    LEFT JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = a."currentVersionId"
    LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
    LEFT JOIN "Rating" r ON r."id" = v."ratingId"
    WHERE ${which}
    ORDER BY ${order}`;
  if (rows.length === 0) return [];
  const belongings = {
    people: await readNames(rows, tx),
    evidence: await readEvidence(rows, tx),
    outcomes: await listOutcomes(idsOf(rows, "outcomeId"), tx),
    formerWords: await listFormerWords(
      rows.filter(({ anchorOutcome: outcome }) => outcome && needsChecking({ outcome })).map(({ id }) => id),
      tx,
    ),
  };
  return rows.map((row) => ({
    claim: toClaim(row, belongings),
    deleted: row.deleted,
    article: { id: row.articleId, slug: row.slug, title: row.title, scaleId: row.scaleId },
  }));
}

/** The ids in a column, each once. */
const idsOf = <Row, Column extends keyof Row>(rows: readonly Row[], column: Column): string[] => [
  ...new Set(rows.flatMap((row) => (typeof row[column] === "string" ? [row[column]] : []))),
];

async function readNames(rows: readonly ClaimRow[], tx?: Tx): Promise<Map<string, PersonName>> {
  const columns = ["createdById", "lastEditedById", "assigneeId", "reopenedById", "verdictById"] as const;
  const ids = [...new Set(columns.flatMap((column) => idsOf(rows, column)))];
  const people = await clientOf(tx).$queryRaw<PersonName[]>`
    SELECT "id", "name" FROM "User" WHERE "id" = ANY (${ids}::uuid[])`;
  return new Map(people.map((person) => [person.id, person]));
}

type EvidenceRow = Omit<Evidence, "source"> & { claimId: string; sourceId: string };

async function readEvidence(claims: readonly ClaimRow[], tx?: Tx): Promise<Map<string, Evidence[]>> {
  const rows = await clientOf(tx).$queryRaw<EvidenceRow[]>`
    SELECT "claimId", "id", "sourceId", "stance"::text, "excerpt", "note", to_char("accessedOn", 'YYYY-MM-DD') AS "accessedOn", "archiveUrl"
    FROM "Evidence" WHERE "claimId" = ANY (${claims.map(({ id }) => id)}::uuid[]) ORDER BY "position"`;
  const sources = await listCitedSources(idsOf(rows, "sourceId"), tx);
  const byClaim = new Map<string, Evidence[]>(claims.map(({ id }) => [id, []]));
  for (const { claimId, sourceId, ...row } of rows) {
    const source = sources.get(sourceId);
    if (!source) throw new Error(`evidence ${row.id} has no source`);
    byClaim.get(claimId)?.push({ ...row, source });
  }
  return byClaim;
}

interface Belongings {
  people: Map<string, PersonName>;
  evidence: Map<string, Evidence[]>;
  outcomes: Map<string, NonNullable<Claim["outcome"]>>;
  /** What claims that need checking said when they were confirmed. */
  formerWords: Map<string, string>;
}

function toClaim(row: ClaimRow, { people, evidence, outcomes, formerWords }: Belongings): Claim {
  if (row.anchorOutcome === null) throw new Error(`claim ${row.id} has no anchor on the current version`);
  const person = (id: string): PersonName => {
    const { name } = people.get(id) ?? {};
    if (name === undefined) throw new Error(`claim ${row.id} names an unknown person`);
    return { id, name };
  };
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    statement: row.statement,
    claimant: row.claimant && { ...row.claimant, role: row.claimantRole },
    carriedBy: row.carriedBy,
    claimedOn: row.claimedOn,
    kind: row.kind as ClaimKind,
    tags: row.tags,
    state: row.state,
    excluded: row.excluded,
    excludedReason: row.excludedReason,
    revision: row.revision,
    contentRevision: row.contentRevision,
    voting: { required: neededApprovals(row), voted: row.votes },
    reopened:
      row.reopenedById && row.reopenedAt
        ? {
            fields: row.reopenedFields as ChangedField[],
            by: person(row.reopenedById),
            at: row.reopenedAt.toISOString(),
          }
        : null,
    anchor: {
      versionId: row.versionId,
      start: row.start,
      end: row.end,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
      outcome: row.anchorOutcome,
      score: row.score,
      before: formerWords.get(row.id) ?? null,
    },
    purpose: row.purpose,
    verdict:
      row.verdictId && row.ratingKey && row.rationaleText !== null && row.verdictById && row.verdictAt
        ? {
            id: row.verdictId,
            ratingKey: row.ratingKey,
            rationaleDoc: fromJson<DocumentNode>(row.rationaleDoc),
            rationaleText: row.rationaleText,
            givenBy: person(row.verdictById),
            givenAt: row.verdictAt.toISOString(),
          }
        : null,
    outcome: (row.outcomeId && outcomes.get(row.outcomeId)) || null,
    evidence: evidence.get(row.id) ?? [],
    assignee: row.assigneeId ? person(row.assigneeId) : null,
    createdBy: person(row.createdById),
    lastEditedBy: person(row.lastEditedById),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
