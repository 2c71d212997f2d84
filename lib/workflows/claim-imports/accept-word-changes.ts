import { z } from "zod";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import { getVersion } from "@/lib/db/article-versions";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { applyWordings } from "@/lib/manuscripts/apply-wordings";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, type Result } from "@/lib/result";
import { editText } from "@/lib/workflows/articles/edit-text";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { MAX_COMMENTS, previewWordFile, wordFileInput } from "./preview-word-file";

const inputSchema = wordFileInput.extend({
  /** The version that was reviewed. */
  versionId: z.string(),
  /** The changes to accept, by their row. */
  rows: z.array(z.int().min(0)).min(1, "Choose at least one change.").max(MAX_COMMENTS),
});

export type AcceptWordChangesInput = z.input<typeof inputSchema>;

/** Makes a new version of an article with the tracked changes of a Word file that an editor accepted. The claims follow as after typing. */
export async function acceptWordChanges(
  actor: Actor,
  input: AcceptWordChangesInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, file, versionId, rows } = parsed.value;
  const previewed = await previewWordFile(actor, { articleId, file });
  if (!previewed.ok) return previewed;
  if (previewed.value.versionId !== versionId)
    return err({
      kind: "stale",
      message: "The article's text has changed since you reviewed these changes. Review them again.",
      current: { versionId: previewed.value.versionId },
    });
  const chosen = previewed.value.changes.filter(({ row }) => rows.includes(row)).flatMap(wordingOf);
  if (chosen.length < new Set(rows).size)
    return invalid("Some of these changes can't be located in the text. Review them again.");
  const version = await getVersion(versionId);
  const applied = applyWordings(articleSchema.nodeFromJSON(version.doc), chosen);
  if (!applied.ok) return invalid("These changes overlap. Accept fewer of them at a time.");
  return editText(actor, {
    articleId,
    versionId,
    steps: applied.value.steps as Record<string, unknown>[],
  });
}

function wordingOf({ row, target, after }: PlannedChange) {
  if (target.kind !== "placed") return [];
  return [{ claimId: String(row), number: row + 1, start: target.start, end: target.end, wording: after }];
}
