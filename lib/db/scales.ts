import type { Rating, RatingColour, RatingIcon, RatingScale, RatingUnderline } from "@/lib/ratings/rating";
import type { Rating as RatingRow, RatingScale as ScaleRow } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

export type StoredScale = RatingScale & { id: string };

function toScale(row: ScaleRow & { ratings: RatingRow[] }): StoredScale {
  return { id: row.id, name: row.name, version: row.version, ratings: row.ratings.map(toRating) };
}

export function toRating(row: RatingRow): Rating {
  return {
    key: row.key,
    label: row.label,
    definition: row.definition,
    value: row.value,
    colour: row.colour as RatingColour,
    underline: row.underline as RatingUnderline,
    icon: row.icon as RatingIcon,
  };
}

const withRatings = { ratings: { orderBy: { position: "asc" } } } as const;

export async function findDefaultScale(tx?: Tx): Promise<StoredScale | null> {
  const row = await clientOf(tx).ratingScale.findFirst({ where: { isDefault: true }, include: withRatings });
  return row && toScale(row);
}

export async function getScale(id: string, tx?: Tx): Promise<StoredScale> {
  return toScale(await clientOf(tx).ratingScale.findUniqueOrThrow({ where: { id }, include: withRatings }));
}

/** The scales with some ids, by id. */
export async function listScales(ids: readonly string[]): Promise<Map<string, StoredScale>> {
  const rows = await clientOf().ratingScale.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: withRatings,
  });
  return new Map(rows.map((row) => [row.id, toScale(row)]));
}

/** Stores the default scale, unless another process did so at the same moment. */
export async function insertDefaultScale(tx: Tx, scale: RatingScale): Promise<StoredScale> {
  const client = clientOf(tx);
  await client.$executeRaw`SELECT pg_advisory_xact_lock(7201887)`;
  const found = await findDefaultScale(tx);
  if (found) return found;
  const row = await client.ratingScale.create({
    data: {
      name: scale.name,
      version: scale.version,
      isDefault: true,
      ratings: { create: scale.ratings.map((rating, position) => ({ ...rating, position })) },
    },
    include: withRatings,
  });
  return toScale(row);
}

export async function findRatingId(tx: Tx, scaleId: string, key: string): Promise<string | null> {
  const row = await clientOf(tx).rating.findUnique({
    where: { scaleId_key: { scaleId, key } },
    select: { id: true },
  });
  return row?.id ?? null;
}

export interface ListedScale extends StoredScale {
  isDefault: boolean;
  /** Number of articles that use it. */
  articles: number;
}

/** All versions of all scales, by name, newest version first. */
export async function listAllScales(tx?: Tx): Promise<ListedScale[]> {
  const rows = await clientOf(tx).ratingScale.findMany({
    include: { ...withRatings, _count: { select: { articles: true } } },
    orderBy: [{ name: "asc" }, { version: "desc" }],
  });
  return rows.map((row) => ({ ...toScale(row), isDefault: row.isDefault, articles: row._count.articles }));
}

/** Locks the list of scales and the choice of the default until the transaction ends. */
export async function lockScales(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(7201887)`;
}

export async function insertScale(tx: Tx, scale: RatingScale): Promise<StoredScale> {
  const row = await clientOf(tx).ratingScale.create({
    data: {
      name: scale.name,
      version: scale.version,
      ratings: { create: scale.ratings.map((rating, position) => ({ ...rating, position })) },
    },
    include: withRatings,
  });
  return toScale(row);
}

/** Makes a scale the default for new articles. */
export async function setDefaultScale(tx: Tx, id: string): Promise<void> {
  const client = clientOf(tx);
  await client.ratingScale.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
  await client.ratingScale.update({ where: { id }, data: { isDefault: true } });
}

/** Labels by key of the ratings in use in an article: by verdicts, and by votes that still count. */
export async function listRatingsInUse(tx: Tx, articleId: string): Promise<Map<string, string>> {
  const rows = await clientOf(tx).$queryRaw<{ key: string; label: string }[]>`
    SELECT r."key", r."label" FROM "Claim" c
      JOIN "Verdict" v ON v."id" = c."currentVerdictId" JOIN "Rating" r ON r."id" = v."ratingId"
      WHERE c."articleId" = ${articleId}::uuid
    UNION
    SELECT r."key", r."label" FROM "Claim" c
      JOIN "Vote" o ON o."claimId" = c."id" AND o."contentRevision" = c."contentRevision"
      JOIN "Rating" r ON r."id" = o."ratingId"
      WHERE c."articleId" = ${articleId}::uuid AND c."state" IN ('in_review', 'disputed')`;
  return new Map(rows.map(({ key, label }) => [key, label]));
}
