import { z } from "zod";
import { CHECKABLE_KINDS } from "@/lib/checklist/checkable-item";
import {
  type ChecklistGround,
  type ChecklistPage,
  type ChecklistQuery,
  checklistPage,
  ITEM_STATES,
} from "@/lib/checklist/checklist-page";
import { getVersion } from "@/lib/db/article-versions";
import { findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { listTicks } from "@/lib/db/ticks";
import type { Failure } from "@/lib/failure";
import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** A text that costs no more is read in under 50 ms whatever it says. Others are read in a process of their own. */
const MAX_COST_HERE = 15_000;
/** What a paragraph costs beside its length in UTF-16 units. */
const PARAGRAPH_COST = 50;

const inputSchema = z.object({
  articleId: z.string(),
  kind: z.enum(CHECKABLE_KINDS).optional(),
  state: z.enum(ITEM_STATES).optional(),
  /** Where the page begins, as `next` of the page before; a version that is not the current one starts at the beginning. */
  after: z.object({ version: z.int(), position: z.int().min(0) }).nullable(),
  limit: z.int().min(1).max(1000),
});

export type ListItemsInput = z.input<typeof inputSchema>;

export interface ItemPage extends Omit<ChecklistPage, "next"> {
  version: { id: string; number: number };
  next: { version: number; position: number } | null;
}

/** A page of what a checker ticks off in the current version of an article. */
export async function listChecklistItems(
  actor: Actor,
  input: ListItemsInput,
): Promise<Result<ItemPage, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, after, ...query } = parsed.value;
  const allowed = asResult(can(actor, "read", "checklist", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const { id: versionId, number, text } = await getVersion(article.currentVersionId);
  const [ticks, claims] = await Promise.all([listTicks(versionId), listClaimsOfArticle(articleId)]);
  const ground = {
    text,
    language: article.language,
    versionId,
    ticks,
    claims: claims.map(({ number, state, excluded, anchor }) => ({
      number,
      state,
      excluded,
      anchor: {
        start: anchor.start,
        end: anchor.end,
        outcome: anchor.outcome,
        versionId: anchor.versionId,
      },
    })),
  };
  const from = after?.version === number ? after.position : 0;
  const page = await findPage(ground, { ...query, from });
  if (!page.ok)
    return err({
      kind: "unavailable",
      message: "The checklist of this text could not be made. Try again.",
      cause: page.error,
    });
  const { next, ...found } = page.value;
  return ok({
    ...found,
    version: { id: versionId, number },
    next: next === null ? null : { version: number, position: next },
  });
}

async function findPage(
  ground: ChecklistGround,
  query: ChecklistQuery,
): Promise<Result<ChecklistPage, IsolationFailure>> {
  return isShort(ground.text)
    ? ok(checklistPage(ground, query))
    : runInChildProcess("checklist-page", { ground, query });
}

/** Whether a text is short enough to be read in this process. */
function isShort(text: string): boolean {
  if (text.length > MAX_COST_HERE) return false;
  return text.length + PARAGRAPH_COST * text.split("\n").length <= MAX_COST_HERE;
}
