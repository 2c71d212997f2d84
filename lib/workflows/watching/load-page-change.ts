import { z } from "zod";
import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import { findFlag } from "@/lib/db/flags";
import { findSnapshotText } from "@/lib/db/snapshots";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { comparableText } from "@/lib/watching/page-change";
import { words } from "@/lib/words/words";
import { compareLongTexts } from "@/lib/workflows/compare-long-texts";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** What changed on the page of a source. */
export interface PageChange {
  /** The changed paragraphs, in reading order, at most `MAX_BLOCKS`. */
  blocks: ComparedBlock[];
  /** Excerpts that are no longer on the page. */
  lost: string[];
  /** ISO 8601 instants of the two copies. */
  before: string;
  after: string;
}

/** Paragraphs shown. */
const MAX_BLOCKS = 60;

const inputSchema = z.object({ flagId: z.string() });

/** The differences between the two copies of the page that a flag is about. */
export async function loadPageChange(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<PageChange, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { flagId } = parsed.value;
  const flag = await findFlag(flagId);
  const { beforeId, afterId, lost = [] } = flag?.detail ?? {};
  if (!flag?.source || !beforeId || !afterId) return notFound("flag");
  const [before, after] = await Promise.all([
    findSnapshotText(flag.source.id, beforeId),
    findSnapshotText(flag.source.id, afterId),
  ]);
  if (!before || !after) return err({ kind: "not-found", message: words("watching")("copyGone") });
  const compared = await compareLongTexts(comparableText(before.text), comparableText(after.text));
  if (!compared.ok)
    return err({
      kind: "unavailable",
      message: words("watching")("error.notCompared"),
      cause: compared.error,
    });
  const blocks = compared.value.filter(
    (block) => block.kind === "changed" || (block.kind !== "same" && block.text !== ""),
  );
  return ok({ blocks: blocks.slice(0, MAX_BLOCKS), lost, before: before.takenAt, after: after.takenAt });
}
