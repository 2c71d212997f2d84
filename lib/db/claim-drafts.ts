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

/**
 * What a person has typed into the claim forms of an article, the newest first. The draft of a new claim that was saved is none of them: on
 * a slow connection it can arrive after its claim.
 */
export async function listClaimDrafts(ownerId: string, articleId: string): Promise<ClaimDraft[]> {
  const rows = await clientOf().claimDraft.findMany({
    where: { ownerId, articleId },
    orderBy: { updatedAt: "desc" },
  });
  const drafts = rows.map((row) => ({
    subject: row.subject,
    body: row.body,
    updatedAt: row.updatedAt.toISOString(),
  }));
  const key = keyOf(drafts.find(({ subject }) => subject === "new")?.body);
  if (key === null) return drafts;
  const made = await clientOf().claim.count({ where: { idempotencyKey: `${ownerId}:${key}` } });
  return made === 0 ? drafts : drafts.filter(({ subject }) => subject !== "new");
}

/** The key with which a form will be saved; null if it has none. */
function keyOf(body: unknown): string | null {
  const key =
    typeof body === "object" && body !== null && "idempotencyKey" in body ? body.idempotencyKey : null;
  return typeof key === "string" ? key : null;
}
