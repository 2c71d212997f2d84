import { z } from "zod";
import { findVersionByNumber } from "@/lib/db/article-versions";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { type NewVersion, storeNextVersion } from "./new-version";

const inputSchema = z.object({
  articleId: z.string(),
  /** The version that the actor saw as the current one. */
  versionId: z.string(),
  /** Number of the earlier version to restore. */
  number: z.coerce.number().int().min(1),
});

export type RestoreVersionInput = z.input<typeof inputSchema>;

/** Restores the text of an earlier version as a new version. The claims are re-anchored as in any new text. */
export async function restoreVersion(
  actor: Actor,
  input: RestoreVersionInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { number, ...base } = parsed.value;
  const earlier = await findVersionByNumber(base.articleId, number);
  if (!earlier) return notFound("article");
  const stale =
    "Someone changed the article's text in the meantime. Compare it with the version you want, then restore again.";
  return storeNextVersion(
    actor,
    { ...base, stale },
    { origin: "replaced", doc: earlier.doc, text: earlier.text, restored: number },
  );
}
