"use server";

import type { PlannedPublication } from "@/components/review/publication-plan";
import type { PublishAnswer } from "@/components/review/publishing-actions";
import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import * as details from "@/lib/workflows/articles/update-article-details";
import * as publishing from "@/lib/workflows/publication/publish-article";
import * as scheduling from "@/lib/workflows/publication/schedule-publication";
import * as unpublishing from "@/lib/workflows/publication/unpublish-article";
import { publicationJobView } from "../publication-job-view";

export async function publish(
  input: publishing.PublishArticleInput,
): Promise<Result<PublishAnswer, Failure>> {
  return asActor(async (actor) => {
    const result = await publishing.publishArticle(actor, input);
    if (!result.ok) return result;
    return ok(
      result.value.kind === "preparing"
        ? { kind: "preparing", job: publicationJobView(result.value.job) }
        : { kind: "published", number: result.value.number },
    );
  });
}

export async function schedulePublication(
  input: scheduling.SchedulePublicationInput,
): Promise<Result<PlannedPublication, Failure>> {
  return asActor(async (actor) => {
    const result = await scheduling.schedulePublication(actor, input);
    if (!result.ok) return result;
    const { at, scheduledBy, failure } = result.value;
    return ok({ at, scheduledBy, failure });
  });
}

export async function unpublish(
  input: unpublishing.UnpublishArticleInput,
): Promise<Result<{ revision: number }, Failure>> {
  return asActor((actor) => unpublishing.unpublishArticle(actor, input));
}

export async function saveFinding(
  input: details.SaveFindingInput,
): Promise<Result<{ revision: number }, Failure>> {
  return asActor((actor) => details.saveFinding(actor, input));
}
