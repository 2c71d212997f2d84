import type { z } from "zod";
import { listConfirmedAnchors } from "@/lib/db/anchors";
import { getVersion } from "@/lib/db/article-versions";
import { findArticle } from "@/lib/db/articles";
import { listClaimNames } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { type ClaimOutcomes, groupOutcomes } from "@/lib/versions/claim-outcomes";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { type ParsedContent, readContent } from "./article-content";
import { followPassages } from "./follow-passages";
import { ALREADY_THERE, isStale } from "./new-version";
import { replacementInput, TEXT_CHANGED_MEANWHILE } from "./replace-text";

export type PreviewReplacementInput = z.input<typeof replacementInput>;

/**
 * What happens to each claim of an article if its text is replaced. Nothing is stored: `replaceText` with the same input stores it, with the
 * same outcomes unless claims are added or moved meanwhile.
 */
export async function previewReplacement(
  actor: Actor,
  input: PreviewReplacementInput,
): Promise<Result<ClaimOutcomes, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsedInput = parseInput(replacementInput, input);
  if (!parsedInput.ok) return parsedInput;
  const { content, ...base } = parsedInput.value;
  const parsed = await readContent(content);
  return parsed.ok ? foreseeReplacement(actor, base, parsed.value) : parsed;
}

/** The same for content that is parsed already. */
export async function foreseeReplacement(
  actor: Actor,
  { articleId, versionId }: { articleId: string; versionId: string },
  { doc, text }: ParsedContent,
): Promise<Result<ClaimOutcomes, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  if (article.currentVersionId !== versionId)
    return isStale({ stale: TEXT_CHANGED_MEANWHILE }, article.currentVersionId);
  const before = await getVersion(versionId);
  if (before.text === text) return invalid(ALREADY_THERE);
  const anchors = (await listConfirmedAnchors(articleId)).filter(({ deleted }) => !deleted);
  const drafted = await followPassages(before, { origin: "replaced", doc, text }, anchors, article.language);
  if (!drafted.ok) return drafted;
  const names = new Map((await listClaimNames(articleId)).map((name) => [name.id, name]));
  const { outcomes } = drafted.value;
  return ok(
    groupOutcomes(
      text,
      anchors.flatMap(({ claimId, exact }, index) => {
        const name = names.get(claimId);
        const outcome = outcomes[index];
        return name && outcome
          ? [{ number: name.number, statement: name.statement, before: exact, outcome }]
          : [];
      }),
    ),
  );
}
