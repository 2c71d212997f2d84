import type { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { previewRedaction } from "@/lib/db/read-publication";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { Eraser } from "@/lib/redactions/eraser";
import { previewRedactionInput } from "@/lib/redactions/redaction-input";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { candidateRedaction } from "./candidate-redaction";

/** Spots shown per publication; the rest are counted. */
const SHOWN = 100;

/** Everything that a redaction would take out of the publications of an article. Stores nothing. */
export async function previewArticleRedaction(
  actor: Actor,
  input: z.input<typeof previewRedactionInput>,
): Promise<Result<RedactionPreview, Failure>> {
  const allowed = asResult(can(actor, "redact", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(previewRedactionInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, target } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const made = await candidateRedaction(articleId, { target, reason: "…", at: new Date() });
  if (!made.ok) return made;
  const { redaction, seen } = made.value;
  const touched = await previewRedaction(articleId, redaction);
  return ok({
    publications: touched.map(({ number, publishedAt, spots, before, after }) => ({
      number,
      publishedAt,
      spots: spots.slice(0, SHOWN),
      spotCount: spots.length,
      claims: after.claims
        .filter((claim, index) => claim.quote !== before.claims[index]?.quote)
        .map((claim) => ({ number: claim.number, statement: claim.statement })),
    })),
    total: touched.reduce((sum, { spots }) => sum + spots.length, 0),
    isInAddress:
      new Eraser([redaction]).address(`https://obelus.invalid/${article.slug}`, {
        part: "other",
        number: null,
      }) === null,
    seen,
  });
}
