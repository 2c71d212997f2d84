import type { PersonName } from "@/lib/claims/claim";
import { disambiguateNames } from "@/lib/claims/disambiguate-names";
import { STAFF_ROLES } from "@/lib/policies/actor";
import { lockArticlesOf } from "./articles";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

const canBeAssigned = { disabledAt: null, role: { in: [...STAFF_ROLES] } };

/** Everyone who can be assigned work, by name, with duplicate names disambiguated. */
export async function listAssignable(): Promise<PersonName[]> {
  const rows = await clientOf().user.findMany({
    where: canBeAssigned,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true },
  });
  return disambiguateNames(rows);
}

/** A person who can be assigned work; null if they no longer have access. */
export async function findAssignable(id: string, tx: Tx): Promise<PersonName | null> {
  if (!isUuid(id)) return null;
  return clientOf(tx).user.findFirst({ where: { id, ...canBeAssigned }, select: { id: true, name: true } });
}

export interface AssignedClaim {
  id: string;
  number: number;
  retired: boolean;
  assignee: PersonName | null;
}

/**
 * Reads the assignees of some claims of an article and locks these claims until the transaction ends; deleted ones are excluded. They are
 * locked after the article and in the order of their ids, as in every workflow on claims, to avoid deadlocks.
 */
export async function lockAssignees(
  tx: Tx,
  articleId: string,
  ids: readonly string[],
): Promise<AssignedClaim[]> {
  await lockArticlesOf(tx, ids);
  const rows = await clientOf(tx).$queryRaw<
    { id: string; number: number; retired: boolean; assigneeId: string | null; name: string | null }[]
  >`
    SELECT c."id", c."number", c."state" = 'retired' AS "retired", c."assigneeId", u."name"
    FROM "Claim" c LEFT JOIN "User" u ON u."id" = c."assigneeId"
    WHERE c."articleId" = ${articleId}::uuid AND c."id" = ANY (${ids.filter(isUuid)}::uuid[]) AND c."deletedAt" IS NULL
    ORDER BY c."id" FOR NO KEY UPDATE OF c`;
  return rows.map(({ assigneeId, name, ...claim }) => ({
    ...claim,
    assignee: assigneeId === null ? null : { id: assigneeId, name: name ?? "" },
  }));
}

/** Sets the assignee of locked claims. Content and update time stay the same, as readers do not see assignees. */
export async function setAssignee(tx: Tx, ids: readonly string[], assigneeId: string | null): Promise<void> {
  await clientOf(tx).$executeRaw`
    UPDATE "Claim" SET "assigneeId" = ${assigneeId}::uuid WHERE "id" = ANY (${[...ids]}::uuid[])`;
  // What is to be looked at again goes to the new assignee. Without one, it stays with the person who was reminded.
  if (assigneeId !== null)
    await clientOf(tx).flag.updateMany({
      where: { claimId: { in: [...ids] }, resolvedAt: null },
      data: { ownerId: assigneeId },
    });
}
