import { type ClaimDraft, currentDraft } from "@/components/drafts/claim-draft";
import type { DeskWrite } from "@/lib/live/desk-write";

/** A write that waits to be sent, as far as a list of unsent claims reads it. */
interface Queued {
  articleId: string;
  write: DeskWrite;
  draft: ClaimDraft | null;
}

/** New claims of an article among the writes that wait to be sent, in the order of the text. */
export function unsentClaims(writes: readonly Queued[], articleId: string) {
  return writes
    .flatMap(({ articleId: of, write, draft }) =>
      of === articleId && write.kind === "claim.create" && draft ? [currentDraft(draft)] : [],
    )
    .sort((a, b) => a.start - b.start)
    .map(({ idempotencyKey: key, statement, exact, ratingKey, outcome, versionId, start, end }) => ({
      key,
      statement: statement.trim() || exact,
      exact,
      /** The range in the text of that version. */
      versionId,
      start,
      end,
      /** In a manuscript, the outcome. */
      ratingKey: outcome?.kind ?? ratingKey,
    }));
}
