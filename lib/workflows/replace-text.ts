import { createHash } from "node:crypto";
import { z } from "zod";
import { type Alignment, alignTexts } from "@/lib/anchoring/align-texts";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { reanchor } from "@/lib/anchoring/reanchor";
import { getVersion, insertVersion, lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertAnchors, listSureAnchors, type NewAnchor, type SureAnchor } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { parseArticle } from "@/lib/ingest/parse-article";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "./refusals";

const input = z.object({
  articleId: z.string(),
  /** The version that the new text is to follow. */
  versionId: z.string(),
  content: z.object({
    format: z.enum(["text", "html"], "Say whether the text is plain text or HTML."),
    value: z.string("Paste the article's text."),
  }),
});

export type ReplaceTextInput = z.input<typeof input>;

export interface ReplacedText {
  version: { id: string; number: number };
  /** How many claims came out each way. */
  outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
}

/**
 * Gives an article a new version of its text. Every claim follows: those whose words still stand are moved with them; those whose
 * words were edited or are gone wait for an editor. Nothing is dropped, and the earlier version stays as it was.
 */
export async function replaceText(
  actor: Actor,
  given: ReplaceTextInput,
): Promise<Result<ReplacedText, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(input, given);
  if (!parsedInput.ok) return parsedInput;
  const { articleId, versionId, content } = parsedInput.value;
  const parsed = parseArticle(content);
  if (!parsed.ok) return invalid(parsed.error.message, { content: [parsed.error.message] });
  const { doc, text } = parsed.value;
  const textHash = createHash("sha256").update(text).digest("hex");

  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message:
          "Somebody replaced the text in the meantime. What you pasted is kept here: open the article anew, compare, and paste it again if it is still newer.",
        current: { versionId: article.currentVersionId },
      });
    const before = await getVersion(versionId, tx);
    if (before.textHash === textHash)
      return invalid("This is the text that the article has. Nothing was changed.");
    const anchors = await follow(tx, await listSureAnchors(tx, articleId), text);
    const version = await insertVersion(
      tx,
      { id: articleId, createdById: actor.id },
      { doc, text, textHash },
    );
    await insertAnchors(tx, version.id, anchors);
    const outcomes = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    for (const { outcome } of anchors)
      if (outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += 1;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.replace-text",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { version: before.number, textHash: before.textHash },
      to: { version: version.number, textHash, outcomes },
    });
    return ok({ version: { id: version.id, number: version.number }, outcomes });
  });
}

/**
 * Where claims stand in a new text. Each is followed from the last version where somebody was sure of it, so that one that waits
 * finds its place again when its words come back.
 */
async function follow(tx: Tx, anchors: readonly SureAnchor[], text: string): Promise<NewAnchor[]> {
  const alignments = new Map<string, Alignment>();
  for (const versionId of new Set(anchors.map((anchor) => anchor.versionId)))
    alignments.set(versionId, alignTexts((await getVersion(versionId, tx)).text, text));
  return anchors.map(({ claimId, versionId, ...place }) => {
    const found = reanchor(alignments.get(versionId) as Alignment, place);
    if (found.kind === "orphaned") return { claimId, ...place, outcome: "orphaned", score: null };
    const { start, end } = found.range;
    return {
      claimId,
      ...describeAnchor(text, start, end),
      outcome: found.kind,
      score: found.kind === "changed" ? found.score : null,
    };
  });
}
