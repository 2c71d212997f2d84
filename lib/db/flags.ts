import { COUNT_READS } from "@/lib/capped-count";
import type { Flag, FlagDetail, FlagKind, FlagOutcome } from "@/lib/watching/flag";
import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

const person = { select: { id: true, name: true } } as const;
const withRelations = {
  article: { select: { id: true, title: true } },
  claim: { select: { id: true, number: true, statement: true, state: true, revision: true } },
  source: { select: { id: true, title: true } },
  cause: { select: { id: true, number: true, article: { select: { id: true, title: true } } } },
  owner: person,
  resolvedBy: person,
} as const satisfies Prisma.FlagInclude;

function toFlag(row: Prisma.FlagGetPayload<{ include: typeof withRelations }>): Flag {
  const { id, kind, article, claim, source, cause, owner, resolvedBy, outcome, note } = row;
  return {
    id,
    kind,
    article,
    claim,
    source,
    cause: cause && {
      id: cause.id,
      number: cause.number,
      articleId: cause.article.id,
      articleTitle: cause.article.title,
    },
    owner,
    detail: fromJson<FlagDetail>(row.detail),
    madeAt: row.madeAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy,
    outcome,
    note,
  };
}

export interface NewFlag {
  kind: FlagKind;
  /** See `flagKeys`. */
  key: string;
  articleId: string;
  claimId: string | null;
  sourceId?: string;
  causeId?: string;
  ownerId: string | null;
  detail: FlagDetail;
}

/** Stores flags, except those that are open already. @returns the new ones */
export async function insertFlags<F extends NewFlag>(
  tx: Tx,
  flags: readonly F[],
  madeAt: Date,
): Promise<(F & { id: string })[]> {
  const rows = await clientOf(tx).flag.createManyAndReturn({
    data: flags.map(({ kind, key, articleId, claimId, sourceId, causeId, ownerId, detail }) => ({
      kind,
      key,
      articleId,
      claimId,
      sourceId: sourceId ?? null,
      causeId: causeId ?? null,
      ownerId,
      detail: toJson(detail),
      madeAt,
    })),
    skipDuplicates: true,
    select: { id: true, key: true },
  });
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  return flags.flatMap((flag) => {
    const id = ids.get(flag.key);
    return id === undefined ? [] : [{ ...flag, id }];
  });
}

/** Updates what open flags say, by their keys. Those without an open flag are left out. */
export async function updateOpenFlags(
  tx: Tx,
  flags: readonly Pick<NewFlag, "key" | "kind" | "detail">[],
): Promise<void> {
  for (const { key, kind, detail } of flags)
    await clientOf(tx).flag.updateMany({
      where: { key, resolvedAt: null },
      data: { kind, detail: toJson(detail) },
    });
}

/** The open flags with these keys. */
export async function findOpenFlags(tx: Tx, keys: readonly string[]): Promise<Map<string, FlagDetail>> {
  const rows = await clientOf(tx).flag.findMany({
    where: { key: { in: [...keys] }, resolvedAt: null },
    select: { key: true, detail: true },
  });
  return new Map(rows.map(({ key, detail }) => [key, fromJson<FlagDetail>(detail)]));
}

export async function findFlag(id: string, tx?: Tx): Promise<Flag | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).flag.findUnique({ where: { id }, include: withRelations });
  return row && toFlag(row);
}

/** Which open flags of a claim or an article to resolve. */
export type FlagSelection =
  | { id: string }
  | { claimId: string; kinds: readonly FlagKind[] }
  | { articleId: string; claimId: null; kinds: readonly FlagKind[] };

/** A flag that was just resolved. */
export interface ResolvedFlag {
  id: string;
  kind: FlagKind;
  articleId: string;
  claimId: string | null;
}

/** Resolves open flags; those that are resolved already stay as they are. @returns the ones that were open */
export async function resolveFlags(
  tx: Tx,
  selection: FlagSelection,
  { at, byId, outcome, note }: { at: Date; byId: string | null; outcome: FlagOutcome; note: string | null },
): Promise<ResolvedFlag[]> {
  return clientOf(tx).flag.updateManyAndReturn({
    where: {
      resolvedAt: null,
      ...("id" in selection
        ? { id: selection.id }
        : {
            claimId: selection.claimId,
            kind: { in: [...selection.kinds] },
            ...("articleId" in selection ? { articleId: selection.articleId } : {}),
          }),
    },
    data: { resolvedAt: at, resolvedById: byId, outcome, note },
    select: { id: true, kind: true, articleId: true, claimId: true },
  });
}

/** Which open flags to list; missing fields match everything. */
export interface FlagFilter {
  kind?: FlagKind | undefined;
  ownerId?: string | undefined;
  articleId?: string | undefined;
  claimId?: string | undefined;
}

/** Flags of what is still checked: not of deleted, retired or excluded claims. */
function isOpen({ kind, ownerId, articleId, claimId }: FlagFilter): Prisma.FlagWhereInput {
  return {
    resolvedAt: null,
    OR: [{ claimId: null }, { claim: { deletedAt: null, excluded: false, state: { not: "retired" } } }],
    ...(kind ? { kind } : {}),
    ...(ownerId ? { ownerId } : {}),
    ...(articleId ? { articleId } : {}),
    ...(claimId ? { claimId } : {}),
  };
}

/** Open flags, the newest first. @param cursor the `nextCursor` of the page before */
export async function listOpenFlags(
  filter: FlagFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Flag[]; total: number; nextCursor: string | null }> {
  const where = isOpen(filter);
  const start =
    cursor && isUuid(cursor)
      ? await clientOf().flag.findUnique({ where: { id: cursor }, select: { id: true, madeAt: true } })
      : null;
  const [rows, total] = await Promise.all([
    clientOf().flag.findMany({
      where: start
        ? {
            AND: [
              where,
              { OR: [{ madeAt: { lt: start.madeAt } }, { madeAt: start.madeAt, id: { lt: start.id } }] },
            ],
          }
        : where,
      orderBy: [{ madeAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      include: withRelations,
    }),
    countOpenFlags(filter),
  ]);
  const page = rows.slice(0, limit);
  return {
    items: page.map(toFlag),
    total,
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Number of open flags, to one more than `COUNT_LIMIT`. */
export async function countOpenFlags(filter: FlagFilter): Promise<number> {
  return clientOf().flag.count({ where: isOpen(filter), take: COUNT_READS });
}

/** The kinds of the open flags of an article's claims, each once for a claim. */
export async function listFlagKinds(articleId: string): Promise<{ claimId: string; kind: FlagKind }[]> {
  if (!isUuid(articleId)) return [];
  const rows = await clientOf().flag.findMany({
    where: { articleId, resolvedAt: null, claimId: { not: null } },
    distinct: ["claimId", "kind"],
    orderBy: [{ claimId: "asc" }, { kind: "asc" }],
    select: { claimId: true, kind: true },
  });
  return rows.flatMap(({ claimId, kind }) => (claimId === null ? [] : [{ claimId, kind }]));
}

/** People who own open flags, by name. */
export async function listFlagOwners(): Promise<{ id: string; name: string }[]> {
  return clientOf().user.findMany({
    where: { flagsOwned: { some: { resolvedAt: null } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: 200,
  });
}
