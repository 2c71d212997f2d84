import { z } from "zod";
import { findVersionByNumber } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { type NewVersion, storeNextVersion } from "./new-version";

const input = z.object({
  articleId: z.string(),
  /** The version that the actor sees as the current one. */
  versionId: z.string(),
  /** Number of the earlier version whose text is wanted again. */
  number: z.coerce.number().int().min(1),
});

export type RestoreVersionInput = z.input<typeof input>;

/** Makes the text of an earlier version the text again, as a new version. The claims follow it like any new text. */
export async function restoreVersion(
  actor: Actor,
  given: RestoreVersionInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { number, ...place } = parsed.value;
  const earlier = await findVersionByNumber(place.articleId, number);
  if (!earlier) return notFound("article");
  const stale =
    "Somebody gave the article another text in the meantime. Compare it with the version that you want, then restore that again.";
  return storeNextVersion(actor, { ...place, stale }, () =>
    ok({ origin: "replaced", doc: earlier.doc, text: earlier.text, restored: number }),
  );
}
