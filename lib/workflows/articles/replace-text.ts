import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { articleContent, readContent } from "./article-content";
import { type NewVersion, storeNextVersion } from "./new-version";

const input = z.object({
  articleId: z.string(),
  /** The version that the new text is to follow. */
  versionId: z.string(),
  content: articleContent,
});

export type ReplaceTextInput = z.input<typeof input>;

/** Puts another text in the place of an article's, as a new version. The claims follow an alignment of both. */
export async function replaceText(
  actor: Actor,
  given: ReplaceTextInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(input, given);
  if (!parsedInput.ok) return parsedInput;
  const { content, ...place } = parsedInput.value;
  const parsed = await readContent(content);
  if (!parsed.ok) return parsed;
  const { doc, text } = parsed.value;
  const stale =
    "Somebody replaced the text in the meantime. What you pasted is kept here: open the article anew, compare, and paste it again if it is still newer.";
  return storeNextVersion(actor, { ...place, stale }, () => ok({ origin: "replaced", doc, text }));
}
