import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  type AuthorLink,
  findAuthorLink,
  insertAuthorLink,
  listAuthorLinks as listLinkRows,
  revokeAuthorLinkRow,
} from "@/lib/db/author-links";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import { type AuthorQuestion, authorQuestions } from "@/lib/manuscripts/author-questions";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** Days for which a link can be valid. */
export const LINK_DAYS = [3, 7, 14, 30] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The hash under which a link is stored: SHA-256 of its token, in hexadecimal. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const createInput = z.object({
  articleId: z.string(),
  name: required("The name", 200, "Enter the author's name."),
  days: z.literal(LINK_DAYS, "Choose how long the link is valid."),
});

export type CreateAuthorLinkInput = z.input<typeof createInput>;

/** Makes a link for the author of a manuscript. @returns the link, which is not stored */
export async function createAuthorLink(
  actor: Actor,
  input: CreateAuthorLinkInput,
): Promise<Result<{ id: string; link: string; name: string; until: string }, Failure>> {
  const allowed = asResult(can(actor, "ask-author", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(createInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, name, days } = parsed.value;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  return inTransaction(async (tx) => {
    const article = await findArticle(articleId, tx);
    if (!article) return notFound("article");
    if (article.purpose !== "manuscript")
      return invalid(
        "Only the author of a manuscript can be asked. Turn the article into a manuscript first.",
      );
    const tokenHash = hashOfToken(token);
    const link = await insertAuthorLink(tx, {
      articleId,
      name,
      tokenHash,
      createdById: actor.id,
      expiresAt,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "author-link.create",
      targetType: "author-link",
      targetId: link.id,
      articleId,
      to: { author: name, until: link.expiresAt },
    });
    return ok({ id: link.id, link: `${env().publicUrl}/author/${token}`, name, until: link.expiresAt });
  });
}

const revokeInput = z.object({ articleId: z.string(), linkId: z.string() });

/** Withdraws a link: it stops working at once. The answers stay. */
export async function revokeAuthorLink(
  actor: Actor,
  input: z.input<typeof revokeInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "ask-author", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(revokeInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, linkId } = parsed.value;
  return inTransaction(async (tx) => {
    const link = await findAuthorLink(linkId, tx);
    if (link?.articleId !== articleId)
      return invalid("This link could not be found. Reload the page to see the links there are.");
    if (!(await revokeAuthorLinkRow(tx, linkId, new Date())))
      return invalid("This link was already withdrawn.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "author-link.revoke",
      targetType: "author-link",
      targetId: linkId,
      articleId,
      from: { author: link.name },
    });
    return ok(null);
  });
}

/** The links of a manuscript for its author, and how many passages the author is asked about. */
export async function listAuthorLinks(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<
  Result<
    {
      article: { id: string; title: string };
      byline: string | null;
      links: (AuthorLink & { isOpen: boolean })[];
      questions: number;
    },
    Failure
  >
> {
  const allowed = asResult(can(actor, "ask-author", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (article?.purpose !== "manuscript") return notFound("article");
  const { id, title, byline } = article;
  const [links, claims] = await Promise.all([listLinkRows(id), listClaimsOfArticle(id)]);
  const now = new Date().toISOString();
  return ok({
    article: { id, title },
    byline,
    links: links.map((link) => ({ ...link, isOpen: link.revokedAt === null && link.expiresAt > now })),
    questions: authorQuestions(claims).length,
  });
}

/** What the author of a manuscript is asked, with the answers, in the order of the text. Each has the id of its claim. */
export async function listAuthorQuestions(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<(AuthorQuestion & { claimId: string })[], Failure>> {
  const allowed = asResult(can(actor, "ask-author", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (article?.purpose !== "manuscript") return notFound("article");
  const claims = await listClaimsOfArticle(articleId);
  const idOf = new Map(claims.map(({ id, number }) => [number, id]));
  return ok(
    authorQuestions(claims).map((question) => ({ ...question, claimId: idOf.get(question.number) ?? "" })),
  );
}
