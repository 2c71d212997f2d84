import { findArticle } from "@/lib/db/articles";
import {
  findPublicationJob,
  finishPublicationJob,
  forgetPublicationJobs,
  listStalledPublicationJobs,
  type PublicationJob,
  recordPublicationProgress,
} from "@/lib/db/publication-jobs";
import { inTransaction } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { describeDraftChanges } from "@/lib/reports/describe-draft-changes";
import type { OutputProgress } from "@/lib/reports/render-outputs";
import { err, ok, type Result } from "@/lib/result";
import { logCause } from "@/lib/to-client";
import { invalid } from "@/lib/workflows/refusals";
import { draftPublication, type PublicationDraft, type PublicationInput } from "./draft-publication";
import { type MadePublication, makePublication } from "./make-publication";
import { notePublicationFailure, noteScheduleFailure } from "./note-publication-failure";
import { renderDraft, storeOutputs } from "./render-draft";

/** A job that has not progressed for this long was abandoned by instances that crashed. Rendering one format takes five minutes at most. */
const STALLED_AFTER_MS = 30 * 60_000;
/** How often a draft is rendered if only details change meanwhile. */
const MAX_ATTEMPTS = 3;
/** How long the outcome of a job can be read. */
const RETENTION_MS = 7 * 86_400_000;

/** Renders the files of a long publication, then makes it, if nothing has changed since. Records why, if it can't be made. */
export async function runPublicationJob({ publicationJobId }: { publicationJobId: string }): Promise<void> {
  const job = await findPublicationJob(publicationJobId);
  // It has ended: an instance that crashed had just published it.
  if (job?.state !== "preparing") return;
  const made = await publishFor(job);
  if (made.ok) return;
  logCause(made.error);
  await fail(job, made.error);
}

/** Ends abandoned jobs, and deletes old ones. */
export async function tidyPublicationJobs(now: Date): Promise<void> {
  for (const id of await listStalledPublicationJobs(new Date(now.getTime() - STALLED_AFTER_MS))) {
    const job = await findPublicationJob(id);
    if (job)
      await fail(job, {
        kind: "unavailable",
        message: "The server stopped while the files were prepared, so nothing was published. Publish again.",
      });
  }
  await forgetPublicationJobs(new Date(now.getTime() - RETENTION_MS));
}

async function publishFor(job: PublicationJob): Promise<Result<MadePublication, Failure>> {
  const actor = await actorOf(job);
  if (!actor.ok) return actor;
  const { articleId, revision, notes } = job;
  const input: PublicationInput = { articleId, revision, corrections: notes };
  const drafted = await draftPublication(actor.value, input);
  if (!drafted.ok) return drafted;
  let draft = drafted.value;
  for (let attempt = 1; ; attempt++) {
    const outputs = await renderDraft(draft, (progress) => recordProgress(job, progress));
    if (!outputs.ok) return outputs;
    const made = await makePublication(actor.value, input, draft, job.id);
    if (!made.ok)
      return made.error.kind === "stale" ? changedArticle(actor.value, input, draft, made.error) : made;
    if (made.value.kind === "published") {
      await storeOutputs(draft, outputs.value);
      return ok(made.value);
    }
    const { now } = made.value;
    // A saved copy of a source, for example, is nothing that an editor needs to review.
    if (attempt === MAX_ATTEMPTS || describeDraftChanges(draft.shown, now.shown).length > 0)
      return changed(draft, now);
    draft = now;
  }
}

async function actorOf({ requestedBy }: PublicationJob): Promise<Result<Actor, Failure>> {
  const user = await findUser(requestedBy.id);
  if (!user || user.disabled)
    return invalid(
      `${requestedBy.name}, who requested it, no longer has an account. Someone else needs to publish it.`,
    );
  const { id, name, email, role } = user;
  return ok({ id, name, email, role });
}

/** The article itself was changed or published: says what is different now, if it could still be published. */
async function changedArticle(
  actor: Actor,
  input: PublicationInput,
  before: PublicationDraft,
  stale: Failure,
): Promise<Result<never, Failure>> {
  const article = await findArticle(input.articleId);
  const now = article && (await draftPublication(actor, { ...input, revision: article.revision }));
  return now?.ok ? changed(before, now.value) : err(stale);
}

function changed(before: PublicationDraft, now: PublicationDraft): Result<never, Failure> {
  return err({
    kind: "stale",
    message: [
      "The article changed while its files were prepared, so nothing was published.",
      ...describeDraftChanges(before.shown, now.shown),
      "Review it, then publish again.",
    ].join(" "),
    current: null,
  });
}

/** A failure to record the progress does not stop the publication. */
function recordProgress({ id }: PublicationJob, progress: OutputProgress): void {
  recordPublicationProgress(id, progress).catch((cause: unknown) =>
    console.warn(`the progress of publication job ${id} could not be recorded:`, cause),
  );
}

async function fail(job: PublicationJob, { kind, message }: Failure): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await finishPublicationJob(tx, job.id, { failure: message }))) return ok(null);
    if (!job.scheduled)
      await notePublicationFailure(tx, job.articleId, {
        failure: message,
        eventKey: job.id,
        askedById: job.requestedBy.id,
      });
    // A change at this very moment only postpones it: the next run of the schedule, within a minute, begins again.
    else if (kind !== "stale") await noteScheduleFailure(tx, job.articleId, message);
    return ok(null);
  });
}
