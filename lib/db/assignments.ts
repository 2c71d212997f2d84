import type { PersonName } from "@/lib/claims/claim";
import { disambiguateNames } from "@/lib/claims/disambiguate-names";
import { STAFF_ROLES } from "@/lib/policies/actor";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

const mayWork = { disabledAt: null, role: { in: [...STAFF_ROLES] } };

/** Everybody to whom work may be given, by name, those of one name told apart. */
export async function listAssignable(): Promise<PersonName[]> {
  const rows = await clientOf().user.findMany({
    where: mayWork,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true },
  });
  return disambiguateNames(rows);
}

/** Somebody to whom work may be given; null for those who have no access any more. */
export async function findAssignable(id: string, tx: Tx): Promise<PersonName | null> {
  if (!isUuid(id)) return null;
  return clientOf(tx).user.findFirst({ where: { id, ...mayWork }, select: { id: true, name: true } });
}

export interface AssignedClaim {
  id: string;
  number: number;
  retired: boolean;
  assignee: PersonName | null;
}

/**
 * Reads who works on some claims of an article and keeps others from changing them until the transaction ends; deleted ones are left out.
 * They are locked in the order of their ids, and before the article, as by every step of a claim: nobody waits for one another in a ring.
 */
export async function lockAssignees(
  tx: Tx,
  articleId: string,
  ids: readonly string[],
): Promise<AssignedClaim[]> {
  const rows = await clientOf(tx).$queryRaw<
    { id: string; number: number; retired: boolean; assigneeId: string | null; name: string | null }[]
  >`
    SELECT c."id", c."number", c."state" = 'retired' AS "retired", c."assigneeId", u."name"
    FROM "Claim" c LEFT JOIN "User" u ON u."id" = c."assigneeId"
    WHERE c."articleId" = ${articleId}::uuid AND c."id" = ANY (${ids.filter(isUuid)}::uuid[]) AND c."deletedAt" IS NULL
    ORDER BY c."id" FOR UPDATE OF c`;
  return rows.map(({ assigneeId, name, ...claim }) => ({
    ...claim,
    assignee: assigneeId === null ? null : { id: assigneeId, name: name ?? "" },
  }));
}

/** Says who works on locked claims. Neither their content nor when that changed is touched: readers see nothing of it. */
export async function setAssignee(tx: Tx, ids: readonly string[], assigneeId: string | null): Promise<void> {
  await clientOf(tx).$executeRaw`
    UPDATE "Claim" SET "assigneeId" = ${assigneeId}::uuid WHERE "id" = ANY (${[...ids]}::uuid[])`;
}
