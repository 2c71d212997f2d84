import type { People } from "@/lib/watching/flag-owner";
import { clientOf, type Tx } from "./transaction";

/** The people of claims and articles, by the id of the claim or article, and which of them can work at the desk. */
export async function listPeopleOf(
  tx: Tx,
  subjects: { claimIds: readonly string[]; articleIds: readonly string[] },
): Promise<{ people: Map<string, People>; active: Set<string> }> {
  const rows = await clientOf(tx).$queryRaw<({ id: string } & People)[]>`
    SELECT c."id", c."assigneeId", v."givenById" AS "verdictById", a."leadId", a."createdById" AS "creatorId"
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
    WHERE c."id" = ANY (${[...subjects.claimIds]}::uuid[])
    UNION ALL
    SELECT a."id", NULL, NULL, a."leadId", a."createdById"
    FROM "Article" a WHERE a."id" = ANY (${[...subjects.articleIds]}::uuid[])`;
  const people = new Map(rows.map(({ id, ...each }) => [id, each]));
  const ids = new Set(
    rows.flatMap(({ id: _, ...each }) => Object.values(each)).filter((id): id is string => id !== null),
  );
  const active = await clientOf(tx).user.findMany({
    where: { id: { in: [...ids] }, disabledAt: null, role: { not: "guest" } },
    select: { id: true },
  });
  return { people, active: new Set(active.map(({ id }) => id)) };
}
