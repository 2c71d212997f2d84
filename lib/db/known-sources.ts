import type { Source } from "@/lib/sources/source";
import { toSource, withNewestSnapshot } from "./sources";
import { clientOf, type Tx } from "./transaction";

/** A source with the key of its address. */
export type KnownSource = Source & { urlKey: string | null };

/** Lets only one transaction at a time import sources, so that the same source is never created twice. */
export async function lockSourceImport(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('take-in-sources'))`;
}

/**
 * Sources with one of some addresses or DOIs, including those that such a source was merged into (under its key), and sources without
 * either that have one of some titles.
 */
export async function listKnownSources(
  tx: Tx | undefined,
  { urlKeys, dois, titles }: { urlKeys: string[]; dois: string[]; titles: string[] },
): Promise<KnownSource[]> {
  const rows = await clientOf(tx).source.findMany({
    where: {
      confidential: false,
      OR: [
        { urlKey: { in: urlKeys } },
        { doi: { in: dois } },
        { title: { in: titles }, urlKey: null, doi: null },
      ],
    },
    include: withNewestSnapshot,
  });
  const merged = await clientOf(tx).sourceAlias.findMany({
    where: {
      key: { in: [...urlKeys.map((key) => `url:${key}`), ...dois.map((doi) => `doi:${doi}`)] },
      source: { confidential: false },
    },
    include: { source: { include: withNewestSnapshot } },
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
