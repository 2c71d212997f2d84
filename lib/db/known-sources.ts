import type { Source } from "@/lib/sources/source";
import { toSource, withNewestSnapshot, withoutCsl } from "./sources";
import { clientOf, type Tx } from "./transaction";

/** A source with the key of its address. */
export type KnownSource = Source & { urlKey: string | null };

/** Lets only one transaction at a time import sources, so that the same source is never created twice. */
export async function lockSourceImport(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('take-in-sources'))`;
}

/**
 * Sources with one of some addresses or DOIs, including those that such a source was merged into (under its key), and sources without
 * either that have one of some titles, by their keys.
 */
export async function listKnownSources(
  tx: Tx | undefined,
  { urlKeys, dois, titleKeys }: { urlKeys: string[]; dois: string[]; titleKeys: string[] },
): Promise<KnownSource[]> {
  const rows = await clientOf(tx).source.findMany({
    where: {
      confidential: false,
      OR: [
        { urlKey: { in: urlKeys } },
        { doi: { in: dois } },
        { titleKey: { in: titleKeys }, urlKey: null, doi: null },
      ],
    },
    include: withNewestSnapshot,
    omit: withoutCsl,
  });
  const merged = await clientOf(tx).sourceAlias.findMany({
    where: {
      key: { in: [...urlKeys.map((key) => `url:${key}`), ...dois.map((doi) => `doi:${doi}`)] },
      source: { confidential: false },
    },
    include: { source: { include: withNewestSnapshot, omit: withoutCsl } },
  });
  return [
    ...merged.map(({ key, source }) => ({
      ...toSource(source),
      ...(key.startsWith("doi:") ? { urlKey: source.urlKey, doi: key.slice(4) } : { urlKey: key.slice(4) }),
    })),
    // The last entry of a key counts: a source's own key takes precedence over merged ones.
    ...rows.map((row) => ({ ...toSource(row), urlKey: row.urlKey })),
  ];
}

/** Sources by the key of their title, most recently changed first. Confidential ones have no key. */
export async function listSourcesByTitle(
  tx: Tx | undefined,
  titleKey: string,
  limit: number,
): Promise<KnownSource[]> {
  const rows = await clientOf(tx).source.findMany({
    where: { titleKey, confidential: false },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    include: withNewestSnapshot,
    omit: withoutCsl,
    take: limit,
  });
  return rows.map((row) => ({ ...toSource(row), urlKey: row.urlKey }));
}

/** Sources whose title has no key yet, in order of their ids. @param after the last id of the step before */
export async function listTitlesWithoutKey(
  limit: number,
  after: string | null,
): Promise<{ id: string; title: string }[]> {
  return clientOf().source.findMany({
    where: { titleKey: null, confidential: false, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    select: { id: true, title: true },
    take: limit,
  });
}

/** Stores the keys of titles, unless they were changed meanwhile. This is not an edit. */
export async function setTitleKeys(
  keys: readonly { id: string; title: string; titleKey: string }[],
): Promise<void> {
  await clientOf().$executeRaw`
    UPDATE "Source" s SET "titleKey" = k."titleKey"
    FROM (
      SELECT * FROM unnest(
        ${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ title }) => title)}::text[], ${keys.map(({ titleKey }) => titleKey)}::text[]
      ) AS each("id", "title", "titleKey")
    ) k
    WHERE s."id" = k."id" AND s."title" = k."title" AND s."titleKey" IS NULL AND NOT s."confidential"`;
}

/** The address of every source that has one, with its stored key. */
export async function listUrlKeys(): Promise<{ id: string; url: string; urlKey: string }[]> {
  return clientOf().$queryRaw`
    SELECT "id", "url", "urlKey" FROM "Source" WHERE "url" IS NOT NULL AND "urlKey" IS NOT NULL`;
}

/** Changes the stored key of a source's address, unless another source has the new key. This is not an edit. */
export async function changeUrlKey(id: string, from: string, to: string): Promise<void> {
  await clientOf().$executeRaw`
    UPDATE "Source" SET "urlKey" = ${to} WHERE "id" = ${id}::uuid AND "urlKey" = ${from}
    AND NOT EXISTS (SELECT 1 FROM "Source" WHERE "urlKey" = ${to})`;
}
