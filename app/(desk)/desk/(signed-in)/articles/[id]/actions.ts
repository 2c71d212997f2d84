"use server";

import type { DetailsInput } from "@/components/article-desk/state/desk-types";
import type { HistoryItem } from "@/components/review/claim-history";
import type { PublicationJobView } from "@/components/review/publication-progress";
import type { DescribedCandidate } from "@/lib/anchoring/find-candidates";
import { asActor } from "@/lib/auth/as-actor";
import { requestDateStyle } from "@/lib/auth/request-dates";
import type { Claimant } from "@/lib/claimants/claimant";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import type { Ballot } from "@/lib/review/vote";
import type { CopyState } from "@/lib/sources/copy-state";
import type { Source } from "@/lib/sources/source";
import * as editing from "@/lib/workflows/articles/edit-text";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import * as details from "@/lib/workflows/articles/update-article-details";
import * as naming from "@/lib/workflows/claimants/browse-claimants";
import * as drafts from "@/lib/workflows/claims/claim-drafts";
import * as merging from "@/lib/workflows/claims/merge-claims";
import * as splitting from "@/lib/workflows/claims/split-claim";
import * as positions from "@/lib/workflows/claims/suggest-positions";
import * as history from "@/lib/workflows/history/list-claim-history";
import * as publicationJobs from "@/lib/workflows/publication/get-publication-job";
import * as scheduling from "@/lib/workflows/publication/schedule-publication";
import * as ballots from "@/lib/workflows/review/get-ballot";
import {
  checkSourceExcerpt,
  type ExcerptCheckResult,
} from "@/lib/workflows/sources/copies/check-source-excerpt";
import * as copies from "@/lib/workflows/sources/copies/source-copies";
import * as describing from "@/lib/workflows/sources/describe-address";
import * as knowing from "@/lib/workflows/sources/find-known-source";
import * as citing from "@/lib/workflows/sources/import-sources";
import * as suggesting from "@/lib/workflows/sources/suggest-sources";
import { publicationJobView } from "./publication-job-view";

export async function splitClaim(
  input: splitting.SplitClaimInput,
): Promise<Result<{ first: Claim; second: Claim }, Failure>> {
  return asActor((actor) => splitting.splitClaim(actor, input));
}

export async function mergeClaims(input: merging.MergeClaimsInput): Promise<Result<Claim, Failure>> {
  return asActor((actor) => merging.mergeClaims(actor, input));
}

export async function suggestPositions(input: {
  claimId: string;
}): Promise<Result<DescribedCandidate[], Failure>> {
  return asActor((actor) => positions.suggestPositions(actor, input));
}

export async function saveDraft(input: {
  articleId: string;
  subject: string;
  body: unknown;
}): Promise<Result<{ updatedAt: string }, Failure>> {
  return asActor((actor) => drafts.saveClaimDraft(actor, input));
}

export async function discardDraft(input: {
  articleId: string;
  subject: string;
}): Promise<Result<null, Failure>> {
  return asActor((actor) => drafts.discardClaimDraft(actor, input));
}

export async function suggestClaimants(input: { query: string }): Promise<Result<Claimant[], Failure>> {
  return asActor((actor) => naming.suggestClaimants(actor, input));
}

export async function suggestSources(input: { query: string }): Promise<Result<Source[], Failure>> {
  return asActor((actor) => suggesting.suggestSources(actor, input));
}

export async function findKnownSource(input: {
  address: string;
  title: string;
}): Promise<Result<knowing.SourceMatch | null, Failure>> {
  return asActor((actor) => knowing.findKnownSource(actor, input));
}

export async function describeAddress(input: {
  address: string;
}): Promise<Result<describing.DescribedAddress, Failure>> {
  return asActor((actor) => describing.describeAddress(actor, input));
}

export async function readCitations(input: {
  text: string;
}): Promise<Result<citing.CitationPreview, Failure>> {
  return asActor((actor) => citing.previewCitations(actor, input));
}

export async function checkExcerpt(input: {
  sourceId: string;
  excerpt: string;
}): Promise<Result<ExcerptCheckResult, Failure>> {
  return asActor((actor) => checkSourceExcerpt(actor, input));
}

export async function readCopy(input: { sourceId: string }): Promise<Result<copies.CopyText, Failure>> {
  return asActor((actor) => copies.readCopyText(actor, input));
}

export async function checkSourceCopy(input: { sourceId: string }): Promise<Result<CopyState, Failure>> {
  return asActor((actor) => copies.checkSourceCopy(actor, input));
}

export async function checkEvidenceCopies(input: {
  claimId: string;
}): Promise<Result<copies.EvidenceCopyCheck[], Failure>> {
  return asActor((actor) => copies.checkEvidenceCopies(actor, input));
}

export async function loadHistory(input: { claimId: string }): Promise<Result<HistoryItem[], Failure>> {
  return asActor(async (actor) =>
    history.listClaimHistory({ ...actor, dates: await requestDateStyle() }, input),
  );
}

export async function loadBallot(input: { claimId: string }): Promise<Result<Ballot, Failure>> {
  return asActor((actor) => ballots.getBallot(actor, input));
}

export async function updateDetails(
  input: DetailsInput & { articleId: string; revision: number },
): Promise<Result<{ revision: number }, Failure>> {
  return asActor(async (actor) => {
    const result = await details.updateArticleDetails(actor, input);
    return result.ok ? ok({ revision: result.value.revision }) : result;
  });
}

export async function editText(input: editing.EditTextInput): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => editing.editText(actor, input));
}

export async function loadPublicationJob(input: {
  articleId: string;
  jobId: string;
}): Promise<Result<PublicationJobView, Failure>> {
  return asActor(async (actor) => {
    const result = await publicationJobs.getPublicationJob(actor, input);
    return result.ok ? ok(publicationJobView(result.value)) : result;
  });
}

export async function unschedulePublication(input: { articleId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => scheduling.unschedulePublication(actor, input));
}
