import { z } from "zod";
import { findSnapshotText } from "@/lib/db/snapshots";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { type ExcerptCheck, MAX_EXCERPT_LENGTH } from "@/lib/sources/check-excerpt";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { checkInCopies } from "./check-in-copies";

/** An excerpt compared with the newest saved copy of its source. */
export type ExcerptCheckResult =
  | { kind: "not-saved" }
  | (ExcerptCheck & { snapshot: { id: string; takenAt: string } });

const excerptInput = z.object({ sourceId: z.string(), excerpt: z.string().max(MAX_EXCERPT_LENGTH) });

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
  if (!snapshot) return ok({ kind: "not-saved" });
  const { id, takenAt } = snapshot;
  const checked = await checkInCopies([{ text: snapshot.text, excerpts: [parsed.value.excerpt] }]);
  const check = checked.ok && checked.value[0]?.[0];
  if (!check)
    return err({
      kind: "unavailable",
      message: "The excerpt could not be checked. Try again, or compare it with the saved copy yourself.",
      cause: checked.ok ? undefined : checked.error,
    });
  return ok({ ...check, snapshot: { id, takenAt } });
}
