import type { Prisma } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

export interface AuditEntry {
  /** Null when the system itself acted. */
  actorId: string | null;
  /** "claim.create", "article.publish" … */
  action: string;
  targetType:
    | "article"
    | "claim"
    | "source"
    | "user"
    | "invitation"
    | "api-token"
    | "sign-in-policy"
    | "setting"
    | "scale"
    | "comment";
  targetId: string;
  articleId?: string | null;
  from?: object | null;
  to?: object | null;
}

/** Appends to the audit log, in the transaction of what it tells. */
export async function appendAuditEvent(tx: Tx, entry: AuditEntry): Promise<void> {
  await clientOf(tx).auditEvent.create({
    data: {
      actorId: entry.actorId,
      action: entry.action,
      targetType: entry.targetType,
      targetId: entry.targetId,
      articleId: entry.articleId ?? null,
      ...(entry.from ? { from: entry.from as Prisma.InputJsonObject } : {}),
      ...(entry.to ? { to: entry.to as Prisma.InputJsonObject } : {}),
    },
  });
}
