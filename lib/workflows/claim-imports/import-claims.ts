import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { ClaimImportPlan, PlannedClaim } from "@/lib/claim-imports/plan-claim-import";
import { CLAIM_FILE_LIMITS } from "@/lib/claim-imports/read-claim";
import { claimContentInput } from "@/lib/claims/claim-input";
import { statementOf } from "@/lib/claims/statement-of";
import { COMMENT_LIMIT } from "@/lib/comments/comment-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { getVersionText } from "@/lib/db/article-versions";
import { type Article, lockArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertComment, insertThread } from "@/lib/db/comments";
import type { Tx } from "@/lib/db/transaction";
import { canonicalText } from "@/lib/document/canonical-text";
import { parseDocument } from "@/lib/document/parse-document";
import { rationaleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { operationId, optional } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { refusedTags } from "@/lib/settings/desk-settings";
import { words } from "@/lib/words/words";
import { insertNewClaim } from "@/lib/workflows/claims/insert-new-claim";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { claimFileInput, claimKeyOf, listImported, planImport } from "./plan-import";

const inputSchema = claimFileInput.extend({
  /** The version that was reviewed. */
  versionId: z.string(),
  /** Of the file, for the history. */
  name: optional("The name of the file", 300),
  /** The rows to import. A range (UTF-16 offsets) is needed where the preview found none, or several. Missing: all new ones that are placed, up to the limit. */
  rows: z
    .array(
      z.object({ row: z.int().min(0), start: z.int().min(0).optional(), end: z.int().min(0).optional() }),
    )
    .max(CLAIM_FILE_LIMITS.chosen, "Import at most 500 claims at a time. The others can follow.")
    .optional(),
  /** Keys of ratings, by the names that the file uses and the scale doesn't have; null for claims without a verdict. */
  ratings: z.record(z.string(), z.string().nullable()).default({}),
  operationId,
});

export type ImportClaimsInput = z.input<typeof inputSchema>;

export interface ImportedClaims {
  articleId: string;
  /** New claims, by their row in the file. */
  imported: { row: number; claimId: string; number: number }[];
  /** Rows that the article had already. */
  known: number;
}

/**
 * Imports claims of a file into an article: all chosen ones or none. They become drafts. What the article has already is skipped, so that the
 * same file adds nothing a second time.
 */
export async function importClaims(
  actor: Actor,
  input: ImportClaimsInput,
): Promise<Result<ImportedClaims, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, versionId, content, name, rows, ratings } = parsed.value;
  const planned = await planImport(actor, { articleId, content });
  if (!planned.ok) return planned;
  const { plan } = planned.value;
  const chosen = choose(plan, rows);
  if (!chosen.ok) return chosen;
  const keyOf = ratingKeys(plan, ratings);
  const unclear = chosen.value.find(
    ({ claim }) => claim.rating !== null && keyOf(claim.rating) === undefined,
  );
  if (unclear) {
    const message = `The article's scale has no rating “${unclear.claim.rating}”. Choose one of the scale for it, or no verdict.`;
    return invalid(message, { [`ratings.${unclear.claim.rating}`]: [message] });
  }
  return inTransactionOnce(actor.id, parsed.value.operationId, async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message: "The article's text has changed since you reviewed this import. Review it again.",
        current: { versionId: article.currentVersionId },
      });
    const writer = await makeWriter(tx, actor, article);
    const result: ImportedClaims = { articleId, imported: [], known: 0 };
    for (const { claim, range } of chosen.value) {
      const written = await writer(
        claim,
        range,
        claim.rating === null ? null : (keyOf(claim.rating) ?? null),
      );
      if (!written.ok) return named(written.error, claim);
      if (written.value === null) result.known += 1;
      else result.imported.push({ row: claim.row, ...written.value });
    }
    if (result.imported.length > 0) {
      await touchArticle(tx, articleId);
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "article.import-claims",
        targetType: "article",
        targetId: articleId,
        articleId,
        to: { count: result.imported.length, name, format: plan.format },
      });
    }
    return ok(result);
  });
}

/** A failure that says which claim it is about. */
function named(failure: Failure, { row }: PlannedClaim): Result<never, Failure> {
  return err({ ...failure, message: `Claim ${row + 1} of the file: ${failure.message}` });
}

interface Chosen {
  claim: PlannedClaim;
  range: TextRange;
}

/** The chosen rows with their passages; those that the article has are left out of what needs one. */
function choose(
  plan: ClaimImportPlan,
  rows: z.output<typeof inputSchema>["rows"],
): Result<Chosen[], Failure> {
  const placed = plan.rows.filter(
    ({ place, problems, known }) => place.kind === "placed" && problems.length === 0 && known === null,
  );
  const wanted = rows ?? placed.slice(0, CLAIM_FILE_LIMITS.chosen).map(({ row }) => ({ row }));
  const chosen = new Map<number, Chosen>();
  for (const { row, ...range } of wanted as { row: number; start?: number; end?: number }[]) {
    const claim = plan.rows[row];
    if (!claim) return invalid("Some chosen claims are not in the file. Review it again.");
    if (claim.problems.length > 0)
      return named({ kind: "invalid", message: claim.problems.join(" ") }, claim);
    const { start, end } = range;
    const own = start === undefined || end === undefined ? placedRange(claim) : { start, end };
    if (!own && claim.known === null)
      return named(
        {
          kind: "invalid",
          message: "Its passage is not clear. Choose a passage of the article for it, or skip it.",
        },
        claim,
      );
    chosen.set(row, { claim, range: own ?? { start: 0, end: 0 } });
  }
  return ok([...chosen.values()]);
}

function placedRange({ place }: PlannedClaim): TextRange | null {
  return place.kind === "placed" ? place.passage : null;
}

/** Maps names of ratings: to a key, to null for no verdict, or to undefined if neither the scale nor the editor says which. */
function ratingKeys(plan: ClaimImportPlan, choices: Record<string, string | null>) {
  const known = new Map(plan.ratings.map(({ name, ratingKey }) => [name, ratingKey]));
  return (name: string): string | null | undefined =>
    Object.hasOwn(choices, name) ? choices[name] : (known.get(name) ?? undefined);
}

/** Writes claims into one locked article. The result is null for a claim that it has already. */
async function makeWriter(tx: Tx, actor: Actor, article: Article) {
  const { id: articleId, currentVersionId: versionId } = article;
  const text = await getVersionText(versionId, tx);
  const { tags: managed } = await readDeskSettings(tx);
  const imported = await listImported(articleId, tx);
  const before = Map.groupBy(imported, ({ importKey }) => importKey);
  return async (
    claim: PlannedClaim,
    range: TextRange,
    ratingKey: string | null,
  ): Promise<Result<{ claimId: string; number: number } | null, Failure>> => {
    const same = before.get(claim.importKey) ?? [];
    if (claim.known !== null || same.some(({ deleted }) => !deleted)) return ok(null);
    if (
      range.start >= range.end ||
      range.end > text.length ||
      text.slice(range.start, range.end).trim() === ""
    )
      return invalid("The chosen passage is not in the article. Choose it again.");
    const tags = claim.content.tags ?? [];
    const refused = refusedTags(tags, managed);
    const content = parseInput(claimContentInput, {
      ...claim.content,
      tags: tags.filter((tag) => !refused.includes(tag)),
      statement: claim.content.statement || statementOf(text, range, article.language),
      verdict: ratingKey === null ? null : { ratingKey, rationaleDoc: claim.rationale ?? EMPTY_RATIONALE },
    });
    if (!content.ok) return content;
    const created = await insertNewClaim(tx, actor, article, {
      ...content.value,
      versionId,
      idempotencyKey: claimKeyOf(articleId, claim.importKey, same.length),
      anchor: describeAnchor(text, range.start, range.end),
    });
    if (!created.ok) return created;
    before.set(claim.importKey, [
      ...same,
      { importKey: claim.importKey, claimId: created.value.id, deleted: false },
    ]);
    await writeNotes(tx, actor, created.value, notesOf(claim, ratingKey, refused));
    return ok({ claimId: created.value.id, number: created.value.number });
  };
}

const EMPTY_RATIONALE = { type: "doc", content: [{ type: "paragraph" }] };

/** What has no field on the claim: its note, reasons without a verdict, and tags that the desk doesn't allow. */
function notesOf(
  { note, rationale, rating }: PlannedClaim,
  ratingKey: string | null,
  refused: readonly string[],
): string[] {
  const t = words("claimImports");
  const reasons = ratingKey === null && rationale ? parseDocument(rationale, rationaleSchema) : null;
  const parts = [
    note,
    ratingKey === null && rating !== null ? t("note.rating", { rating }) : null,
    reasons?.ok ? canonicalText(reasons.value).text : null,
    refused.length > 0 ? t("note.tags", { tags: refused.join("; ") }) : null,
  ].filter(Boolean);
  return parts.length === 0 ? [] : pieces(t("note", { text: parts.join("\n\n") }), COMMENT_LIMIT);
}

/** A text in pieces that fit into one comment each. */
function pieces(text: string, length: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += length) found.push(text.slice(at, at + length));
  return found;
}

async function writeNotes(
  tx: Tx,
  actor: Actor,
  { id: claimId, articleId }: { id: string; articleId: string },
  bodies: readonly string[],
): Promise<void> {
  if (bodies.length === 0) return;
  const threadId = await insertThread(tx, { articleId, claimId, passage: null });
  for (const [index, body] of bodies.entries()) {
    const commentId = await insertComment(tx, {
      threadId,
      authorId: actor.id,
      body,
      idempotencyKey: `import:${claimId}:${index}`,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "comment.create",
      targetType: "comment",
      targetId: commentId,
      articleId,
      to: { threadId, on: "claim", claimId, reply: index > 0, body },
    });
  }
}
