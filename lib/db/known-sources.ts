import type { Source } from "@/lib/sources/source";
import { toSource, withKept } from "./sources";
import { clientOf, type Tx } from "./transaction";

/** A source with what it is known by. */
export type KnownSource = Source & { urlKey: string | null };

/** Lets one transaction at a time take in sources, so that two of them never make the same source twice. */
export async function lockTakingIn(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('take-in-sources'))`;
}

/** Sources that have one of some addresses or DOIs, and those without either that have one of some titles. */
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
    include: withKept,
  });
  return rows.map((row) => ({ ...toSource(row), urlKey: row.urlKey }));
}
