import type { MailLinkPurpose } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

export type { MailLinkPurpose };

export async function insertMailLink(
  tx: Tx,
  link: { userId: string; purpose: MailLinkPurpose; tokenHash: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const client = clientOf(tx);
  // Expired links are deleted.
  await client.mailLink.deleteMany({ where: { userId: link.userId, expiresAt: { lt: link.createdAt } } });
  await client.mailLink.create({ data: link });
}

const open = (tokenHash: string, purpose: MailLinkPurpose, now: Date) => ({
  tokenHash,
  purpose,
  usedAt: null,
  expiresAt: { gt: now },
});

/** The owner of a link that can still be used. */
export async function findOpenMailLink(
  tokenHash: string,
  purpose: MailLinkPurpose,
  now: Date,
): Promise<{ userId: string } | null> {
  return clientOf().mailLink.findFirst({
    where: open(tokenHash, purpose, now),
    select: { userId: true },
  });
}

/** Uses up a link. @returns its owner; null if it cannot be used */
export async function consumeMailLink(
  tx: Tx,
  tokenHash: string,
  purpose: MailLinkPurpose,
  now: Date,
): Promise<string | null> {
  const [row] = await clientOf(tx).mailLink.updateManyAndReturn({
    where: open(tokenHash, purpose, now),
    data: { usedAt: now },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** Uses up every link of a person. */
export async function closeMailLinks(tx: Tx, userId: string, now: Date): Promise<void> {
  await clientOf(tx).mailLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
}
