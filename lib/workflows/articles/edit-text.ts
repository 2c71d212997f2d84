import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { type NewVersion, storeNextVersion } from "./new-version";

/** Far more than anyone types in one session; adjacent steps are merged before they are sent. */
const MAX_STEPS = 50_000;

const inputSchema = z.object({
  articleId: z.string(),
  /** The version that was edited. */
  versionId: z.string(),
  /** ProseMirror steps as JSON, in order, from the document of that version. */
  steps: z
    .array(z.record(z.string(), z.unknown()))
    .min(1, "Nothing was changed.")
    .max(MAX_STEPS, "Too many changes for one version. Replace the text instead."),
});

export type EditTextInput = z.input<typeof inputSchema>;

/** Stores an edited text as a new version. The claims are mapped through the editing steps. */
export async function editText(actor: Actor, input: EditTextInput): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { steps, ...base } = parsed.value;
  const stale =
    "Someone changed the article's text in the meantime. Your edits are saved in this browser: copy the passages you need, then open the newer text and paste them there.";
  return storeNextVersion(actor, { ...base, stale }, { origin: "edited", steps });
}
