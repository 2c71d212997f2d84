import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { articleContent, type ParsedContent, readContent } from "./article-content";
import { type NewVersion, storeNextVersion } from "./new-version";

const inputSchema = z.object({
  articleId: z.string(),
  /** The version that the new text replaces. */
  versionId: z.string(),
  content: articleContent,
});

export type ReplaceTextInput = z.input<typeof inputSchema>;

/** Replaces an article's text by a new version. The claims follow an alignment of both texts. */
export async function replaceText(
  actor: Actor,
  input: ReplaceTextInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(inputSchema, input);
  if (!parsedInput.ok) return parsedInput;
  const { content, ...base } = parsedInput.value;
  const parsed = await readContent(content);
  return parsed.ok ? storeReplacement(actor, base, parsed.value) : parsed;
}

/** Stores parsed content as the version after `base`. */
export async function storeReplacement(
  actor: Actor,
  base: { articleId: string; versionId: string },
  { doc, text }: ParsedContent,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const stale =
    "Someone replaced the text in the meantime. Your pasted text is still here: reload the article, compare, and paste it again if yours is newer.";
  return storeNextVersion(actor, { ...base, stale }, { origin: "replaced", doc, text });
}
