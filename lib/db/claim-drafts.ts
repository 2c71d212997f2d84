import type { Prisma } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

/** What one person has typed into a claim's form and not saved yet. */
export interface ClaimDraft {
  /** "new", or the id of the claim. */
  subject: string;
  body: unknown;
  /** ISO 8601 instant. */
  updatedAt: string;
}

export async function upsertClaimDraft(
  ownerId: string,
  articleId: string,
  subject: string,
  body: unknown,
): Promise<ClaimDraft> {
  const claimId = subject === "new" ? null : subject;
  const json = body as Prisma.InputJsonValue;
  const row = await clientOf().claimDraft.upsert({
    where: { ownerId_articleId_subject: { ownerId, articleId, subject } },
    create: { ownerId, articleId, subject, claimId, body: json },
    update: { body: json },
  });
  return { subject: row.subject, body: row.body, updatedAt: row.updatedAt.toISOString() };
}

export async function deleteClaimDraft(
  ownerId: string,
  articleId: string,
  subject: string,
  tx?: Tx,
): Promise<void> {
  await clientOf(tx).claimDraft.deleteMany({ where: { ownerId, articleId, subject } });
}

export async function listClaimDrafts(ownerId: string, articleId: string): Promise<ClaimDraft[]> {
  const rows = await clientOf().claimDraft.findMany({
    where: { ownerId, articleId },
    orderBy: { updatedAt: "desc" },
  });
  return rows.map((row) => ({
    subject: row.subject,
    body: row.body,
    updatedAt: row.updatedAt.toISOString(),
  }));
}
