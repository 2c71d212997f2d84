import type { PersonName } from "@/lib/claims/claim";
import type { AuthorDecision } from "@/lib/claims/outcome";
import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A link with which the author of a manuscript answers queries without an account. */
export interface AuthorLink {
  id: string;
  articleId: string;
  /** The author's name, as the desk entered it. */
  name: string;
  createdBy: PersonName;
  /** ISO 8601 instants. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

const withCreator = { createdBy: { select: { id: true, name: true } } } as const;

type FullRow = Prisma.AuthorLinkGetPayload<{ include: typeof withCreator }>;

function toLink(row: FullRow): AuthorLink {
  return {
    id: row.id,
    articleId: row.articleId,
    name: row.name,
    createdBy: { id: row.createdBy.id, name: row.createdBy.name },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export async function insertAuthorLink(
  tx: Tx,
  link: { articleId: string; name: string; tokenHash: string; createdById: string; expiresAt: Date },
): Promise<AuthorLink> {
  return toLink(await clientOf(tx).authorLink.create({ data: link, include: withCreator }));
}

export async function findAuthorLink(id: string, tx?: Tx): Promise<AuthorLink | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).authorLink.findUnique({ where: { id }, include: withCreator });
  return row && toLink(row);
}

/** The link with a token, if it can still be used. @param tokenHash SHA-256 in hexadecimal */
export async function findOpenAuthorLink(tokenHash: string, now: Date, tx?: Tx): Promise<AuthorLink | null> {
  const row = await clientOf(tx).authorLink.findUnique({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    include: withCreator,
  });
  return row && toLink(row);
}

/** The links of an article, newest first. */
export async function listAuthorLinks(articleId: string): Promise<AuthorLink[]> {
  const rows = await clientOf().authorLink.findMany({
    where: { articleId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withCreator,
  });
  return rows.map(toLink);
}

/** Withdraws a link. @returns false if it was withdrawn before */
export async function revokeAuthorLinkRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await clientOf(tx).authorLink.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

/** Stores what the author answered. @returns false if the form with this key was stored before */
export async function insertAuthorAnswer(
  tx: Tx,
  answer: { outcomeId: string; linkId: string; decision: AuthorDecision; text: string; key: string },
): Promise<boolean> {
  const { count } = await clientOf(tx).authorAnswer.createMany({ data: [answer], skipDuplicates: true });
  return count === 1;
}

/** How many answers were stored through a link. */
export async function countAuthorAnswers(tx: Tx, linkId: string): Promise<number> {
  return clientOf(tx).authorAnswer.count({ where: { linkId } });
}

/** The id of the claim that has an outcome now; null if the outcome is not current any more, or unknown. */
export async function findClaimOfOutcome(outcomeId: string, tx: Tx): Promise<string | null> {
  if (!isUuid(outcomeId)) return null;
  const claim = await clientOf(tx).claim.findUnique({
    where: { currentOutcomeId: outcomeId },
    select: { id: true },
  });
  return claim?.id ?? null;
}
