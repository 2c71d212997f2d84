import type { z } from "zod";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import { insertArticle, isSlugTaken } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findDefaultScale, insertDefaultScale } from "@/lib/db/scales";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { defaultScale } from "@/lib/ratings/default-scale";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { articleContent, type ParsedContent, readContent } from "./article-content";
import { articleDetailsInput, purposeInput } from "./article-input";
import { slugFor } from "./slug-for";
import { versionText } from "./version-text";

const inputSchema = articleDetailsInput.extend({ content: articleContent, purpose: purposeInput });

export type CreateArticleInput = z.input<typeof inputSchema>;

export interface CreatedArticle {
  id: string;
  slug: string;
  version: { id: string; number: number; text: string; textHash: string };
}

/** Creates an article; the parsed content becomes its first version. */
export async function createArticle(
  actor: Actor,
  input: CreateArticleInput,
): Promise<Result<CreatedArticle, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(inputSchema, input);
  if (!parsedInput.ok) return parsedInput;
  const { content, purpose, ...details } = parsedInput.value;
  const parsed = await readContent(content);
  return parsed.ok ? storeArticle(actor, { ...details, purpose }, parsed.value) : parsed;
}

/** Stores a new article from parsed details and content. The caller checks the policy. */
export async function storeArticle(
  actor: Actor,
  details: z.output<typeof articleDetailsInput> & { purpose: ArticlePurpose },
  content: ParsedContent,
): Promise<Result<CreatedArticle, Failure>> {
  const stored = versionText(content.doc, content.text);
  const { text, textHash } = stored;
  return inTransaction(async (tx) => {
    const scale = (await findDefaultScale(tx)) ?? (await addDefaultScale(tx, actor));
    const { requiredApprovals } = await readDeskSettings(tx);
    const slug = await freeSlug(tx, details.title);
    const { article, version } = await insertArticle(
      tx,
      { ...details, slug, scaleId: scale.id, requiredApprovals, createdById: actor.id },
      stored,
    );
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.import",
      targetType: "article",
      targetId: article.id,
      articleId: article.id,
      to: { ...details, slug, version: version.number, textHash },
    });
    return ok({ id: article.id, slug, version: { id: version.id, number: version.number, text, textHash } });
  });
}

async function addDefaultScale(tx: Tx, actor: Actor) {
  const scale = await insertDefaultScale(tx, defaultScale);
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "scale.create",
    targetType: "scale",
    targetId: scale.id,
    to: defaultScale,
  });
  return scale;
}

/** The title's slug, with the first free number appended if it is taken. */
async function freeSlug(tx: Tx, title: string): Promise<string> {
  const wanted = slugFor(title);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await isSlugTaken(tx, slug))) return slug;
  }
}
