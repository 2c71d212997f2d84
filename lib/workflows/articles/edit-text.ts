import { Step, Transform } from "@tiptap/pm/transform";
import { z } from "zod";
import { followSteps } from "@/lib/anchoring/follow-steps";
import type { ArticleVersion } from "@/lib/db/articles";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { ARTICLE_LIMITS } from "@/lib/ingest/parse-article";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { type NewVersion, type NextText, storeNextVersion } from "./new-version";

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
  return storeNextVersion(actor, { ...base, stale }, (version) => applySteps(version, steps));
}

function applySteps(version: ArticleVersion, steps: readonly object[]): Result<NextText, Failure> {
  const transform = new Transform(articleSchema.nodeFromJSON(version.doc));
  try {
    for (const step of steps) {
      const { failed } = transform.maybeStep(Step.fromJSON(articleSchema, step));
      if (failed) return stepsDoNotFit(failed);
    }
  } catch (cause) {
    return stepsDoNotFit(cause);
  }
  // Steps are untrusted: their result is checked like any other document.
  const checked = parseDocument(transform.doc.toJSON(), articleSchema);
  if (!checked.ok) return invalid(checked.error.message);
  const before = canonicalText(articleSchema.nodeFromJSON(version.doc));
  const after = canonicalText(transform.doc);
  if (after.text.trim() === "") return invalid("The article has no text left. Keep at least one paragraph.");
  if (after.text.length > ARTICLE_LIMITS.text)
    return invalid(
      `The article has ${after.text.length.toLocaleString("en")} characters; the limit is ${ARTICLE_LIMITS.text.toLocaleString("en")}. Shorten it.`,
    );
  const editing = { before, after, mapping: transform.mapping };
  return ok({
    origin: "edited",
    doc: plainJson<DocumentNode>(checked.value),
    text: after.text,
    follow: (span, aligned) => followSteps(editing, span, aligned),
  });
}

function stepsDoNotFit(cause: unknown): ReturnType<typeof invalid> {
  return invalid(
    "Your edits do not match the current text. Reload the page and make them again.",
    undefined,
    cause,
  );
}
