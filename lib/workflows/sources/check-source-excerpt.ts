import { z } from "zod";
import { findSnapshotText } from "@/lib/db/snapshots";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { checkExcerpt, type ExcerptCheck } from "@/lib/sources/check-excerpt";
import { asResult, parseInput } from "@/lib/workflows/refusals";

/** An excerpt compared with the newest saved copy of its source. */
export type ExcerptCheckResult =
  | { kind: "not-kept" }
  | (ExcerptCheck & { snapshot: { id: string; takenAt: string } });

const excerptInput = z.object({ sourceId: z.string(), excerpt: z.string().max(10_000) });

/** Whether an excerpt appears in the newest saved copy of its source. */
export async function checkSourceExcerpt(
  actor: Actor,
  input: z.input<typeof excerptInput>,
): Promise<Result<ExcerptCheckResult, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(excerptInput, input);
  if (!parsed.ok) return parsed;
  const snapshot = await findSnapshotText(parsed.value.sourceId);
  if (!snapshot) return ok({ kind: "not-kept" });
  const { id, takenAt } = snapshot;
  return ok({ ...checkExcerpt(snapshot.text, parsed.value.excerpt), snapshot: { id, takenAt } });
}
