import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { articleContent, type ParsedContent, readContent } from "./article-content";
import { articleDetailsInput } from "./article-input";
import { type NewVersion, storeNextVersion } from "./new-version";
import { storeDetails } from "./update-article-details";

export const replacementInput = z.object({
  articleId: z.string(),
  /** The version that the new text replaces. */
  versionId: z.string(),
  content: articleContent,
});

const inputSchema = replacementInput.extend({
  /** New details of the article, if the new text comes with any, and the revision that they are based on. */
  details: articleDetailsInput.extend({ revision: z.int() }).optional(),
});

export type ReplaceTextInput = z.input<typeof inputSchema>;

/** What to say when the article has a newer version than the one that is replaced. */
export const TEXT_CHANGED_MEANWHILE =
  "Someone changed the article's text in the meantime. Your new text was not saved: compare it with the current text, then replace that if yours is newer.";

/**
 * Replaces an article's text by a new version, and its details if the input has any, in one transaction. The claims follow an alignment of
 * both texts.
 */
export async function replaceText(
  actor: Actor,
  input: ReplaceTextInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(inputSchema, input);
  if (!parsedInput.ok) return parsedInput;
  const { content, details, ...base } = parsedInput.value;
  if (details) {
    const editable = asResult(can(actor, "edit-details", "article"));
    if (!editable.ok) return editable;
  }
  const parsed = await readContent(content);
  return parsed.ok ? storeReplacement(actor, base, parsed.value, details) : parsed;
}

/**
 * Stores parsed content as the version after `base`.
 * @param details checked details that are stored with it
 */
export async function storeReplacement(
  actor: Actor,
  base: { articleId: string; versionId: string },
  { doc, text }: ParsedContent,
  details?: z.output<typeof inputSchema>["details"],
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const { articleId } = base;
  return storeNextVersion(
    actor,
    { ...base, stale: TEXT_CHANGED_MEANWHILE },
    { origin: "replaced", doc, text },
    details && ((tx) => storeDetails(tx, actor, { ...details, articleId })),
  );
}
