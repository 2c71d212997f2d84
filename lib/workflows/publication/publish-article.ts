import type { PublicationJob } from "@/lib/db/publication-jobs";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { isLongReport } from "@/lib/reports/is-long-report";
import { err, ok, type Result } from "@/lib/result";
import { draftPublication, type PublicationInput } from "./draft-publication";
import { type MadePublication, makePublication } from "./make-publication";
import { renderDraft, storeOutputs } from "./render-draft";
import { requestPublication } from "./request-publication";

export type PublishArticleInput = PublicationInput;

/** A long article is published later, by a job; publication-jobs.ts says how far it is. */
export type PublishOutcome = MadePublication | { kind: "preparing"; job: PublicationJob };

/** How often a draft is rendered again if something in it has changed meanwhile. */
const MAX_ATTEMPTS = 3;

/**
 * Freezes an article with its approved claims into a publication, and makes it the one that readers see. Its pages and every file that
 * readers can download are rendered first: if one fails, nothing is published.
 * @param options.scheduled whether it is due by a schedule
 */
export async function publishArticle(
  actor: Actor,
  input: PublishArticleInput,
  { scheduled = false }: { scheduled?: boolean } = {},
): Promise<Result<PublishOutcome, Failure>> {
  const drafted = await draftPublication(actor, input);
  if (!drafted.ok) return drafted;
  let draft = drafted.value;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    if (isLongReport(draft.shown)) return requestPublication(actor, input, { scheduled });
    const outputs = await renderDraft(draft);
    if (!outputs.ok) return outputs;
    const made = await makePublication(actor, input, draft);
    if (!made.ok) return made;
    if (made.value.kind === "published") {
      await storeOutputs(draft, outputs.value);
      return ok(made.value);
    }
    draft = made.value.now;
  }
  return err({
    kind: "unavailable",
    message:
      "The claims of this article keep changing. Wait until the changes are saved, then publish again.",
  });
}
