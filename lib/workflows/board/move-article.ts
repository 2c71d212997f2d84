import { z } from "zod";
import { ARTICLE_MOVES, type MoveOutcome } from "@/lib/board/article-move";
import type { Claim } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findSchedule } from "@/lib/db/scheduled-publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { correctionNotes } from "@/lib/workflows/publication/prepare-publication";
import { schedulePublication, unschedulePublication } from "@/lib/workflows/publication/schedule-publication";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";

/** Most claims that one move changes. The article's page takes longer lists in steps, and shows progress. */
const MAX_CLAIMS = 200;

const tooMany = `This article has more than ${MAX_CLAIMS} claims to move. Select them on its page instead.`;

const moveSchema = z.object({
  articleId: z.string(),
  move: z.enum(ARTICLE_MOVES, "Choose where to move it."),
});

const claimSteps = z.object({
  kind: z.enum(["submit", "withdraw"]),
  claims: z
    .array(z.object({ claimId: z.string(), revision: z.int() }))
    .min(1, "Choose at least one claim.")
    .max(MAX_CLAIMS, tooMany),
});

const undoSchema = z.object({
  articleId: z.string(),
  undo: z.discriminatedUnion("kind", [
    claimSteps,
    z.object({
      kind: z.literal("schedule"),
      revision: z.int(),
      at: z.string(),
      corrections: correctionNotes,
    }),
  ]),
});

export type MoveArticleInput = z.input<typeof moveSchema>;
export type UndoMoveInput = z.input<typeof undoSchema>;

/**
 * Moves an article to another stage. Stages follow from the claims and the schedule, so it submits all drafts, withdraws all claims in
 * review that nobody voted on, or cancels the schedule. Each claim is changed completely or stays as it is, independently of the others.
 */
export async function moveArticle(
  actor: Actor,
  input: MoveArticleInput,
): Promise<Result<MoveOutcome, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(moveSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, move } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  if (move === "unschedule") return unschedule(actor, articleId, article.revision);
  const claims = (await listClaimsOfArticle(articleId)).filter((claim) => isMoved(claim, move));
  if (claims.length === 0)
    return err({
      kind: "stale",
      message:
        "The claims of this article were changed in the meantime. Look at the board again, then repeat your move.",
      current: null,
    });
  return changeClaims(actor, claims, move);
}

/** Takes a move back, as far as nobody has changed the claims or the article in the meantime. */
export async function undoMove(actor: Actor, input: UndoMoveInput): Promise<Result<MoveOutcome, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(undoSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, undo } = parsed.value;
  if (undo.kind === "schedule") {
    const { revision, at, corrections } = undo;
    const scheduled = await schedulePublication(actor, { articleId, revision, at, corrections });
    return scheduled.ok ? ok({ done: 0, left: [], undo: null }) : scheduled;
  }
  const revisions = new Map(undo.claims.map(({ claimId, revision }) => [claimId, revision]));
  const claims = (await listClaimsOfArticle(articleId)).filter(({ id }) => revisions.has(id));
  if (claims.length === 0) return notFound("claim");
  const seen = claims.map((claim) => ({ ...claim, revision: revisions.get(claim.id) ?? claim.revision }));
  return changeClaims(actor, seen, undo.kind);
}

function isMoved(claim: Claim, move: "submit" | "withdraw"): boolean {
  if (claim.excluded) return false;
  return claim.state === (move === "submit" ? "draft" : "in_review");
}

async function changeClaims(
  actor: Actor,
  claims: readonly Claim[],
  action: "submit" | "withdraw",
): Promise<Result<MoveOutcome, Failure>> {
  if (claims.length > MAX_CLAIMS) return invalid(tooMany);
  const changed: Claim[] = [];
  const left: MoveOutcome["left"] = [];
  for (const { id: claimId, number, revision, voting } of claims) {
    if (action === "withdraw" && voting.voted > 0) {
      left.push({
        number,
        message: "People have voted on it. Withdraw it on the article's page if their votes can be lost.",
      });
      continue;
    }
    const result = await transitionClaim(actor, { claimId, revision, action });
    if (result.ok) changed.push(result.value);
    else left.push({ number, message: result.error.message });
  }
  if (changed.length === 0) {
    const [first] = left;
    return invalid(`Nothing was moved. Claim ${first?.number}: ${first?.message}`);
  }
  const back = changed.map(({ id, revision }) => ({ claimId: id, revision }));
  return ok({
    done: changed.length,
    left,
    undo: { kind: action === "submit" ? "withdraw" : "submit", claims: back },
  });
}

async function unschedule(
  actor: Actor,
  articleId: string,
  revision: number,
): Promise<Result<MoveOutcome, Failure>> {
  const schedule = await findSchedule(articleId);
  const cancelled = await unschedulePublication(actor, { articleId });
  if (!cancelled.ok) return cancelled;
  if (!schedule) return ok({ done: 0, left: [], undo: null });
  const { at, notes } = schedule;
  return ok({ done: 0, left: [], undo: { kind: "schedule", revision, at, corrections: notes } });
}
