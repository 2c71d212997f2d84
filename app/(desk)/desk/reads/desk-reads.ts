import { publicationJobView } from "@/app/(desk)/desk/(signed-in)/articles/[id]/publication-job-view";
import { reportJobView } from "@/app/(desk)/desk/(signed-in)/reports/report-job-view";
import type { StandardsReads } from "@/components/article-desk/state/standards";
import type { PreviewClaimImport, PreviewWordFile } from "@/components/claim-imports/claim-import-types";
import type { SuggestClaimants } from "@/components/claimants/claimant-combobox";
import type { ClaimReads } from "@/components/claims/claim-actions";
import type { SearchDesk } from "@/components/commands/use-desk-search";
import type { ListThreads } from "@/components/comments/use-threads";
import type { FindSubmission } from "@/components/drafts/use-submission";
import type { ListPeopleForWork } from "@/components/people/use-people-for-work";
import type { DeskRead } from "@/components/reads/read-desk";
import type { PreviewRedaction } from "@/components/redactions/redaction-types";
import type { PreviewReplacement } from "@/components/replacement/replacement-types";
import type { LoadReportJobs } from "@/components/reports/report-jobs";
import type { LoadPublicationJob } from "@/components/review/use-publication-job";
import type { ReadCitations, SourceLookup } from "@/components/sources/lookup-actions";
import type { SuggestSources } from "@/components/sources/source-combobox";
import type { FlagReads, WatchingReads } from "@/components/watching/watching-actions";
import { findSubmission } from "@/lib/auth/find-submission";
import { requestDateStyle } from "@/lib/auth/request-dates";
import type { Failure } from "@/lib/failure";
import type { DeskReadName } from "@/lib/live/desk-read";
import { MAX_VALUES } from "@/lib/parse-bounded-json";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { previewReplacement } from "@/lib/workflows/articles/preview-replacement";
import { previewClaimImport } from "@/lib/workflows/claim-imports/preview-claim-import";
import { previewWordFile } from "@/lib/workflows/claim-imports/preview-word-file";
import { suggestClaimants } from "@/lib/workflows/claimants/browse-claimants";
import { suggestPositions } from "@/lib/workflows/claims/suggest-positions";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { getPublicationJob } from "@/lib/workflows/publication/get-publication-job";
import { previewArticleRedaction } from "@/lib/workflows/redactions/preview-article-redaction";
import { listMyReports } from "@/lib/workflows/reports/jobs/get-report-job";
import { getBallot } from "@/lib/workflows/review/get-ballot";
import { listPeopleForWork } from "@/lib/workflows/review/list-my-work";
import { searchDesk } from "@/lib/workflows/search/search-desk";
import { getScaleOfArticle, listScaleChoices } from "@/lib/workflows/settings/list-scales";
import { checkSourceExcerpt } from "@/lib/workflows/sources/copies/check-source-excerpt";
import {
  checkEvidenceCopies,
  checkSourceCopy,
  readCopyText,
} from "@/lib/workflows/sources/copies/source-copies";
import { describeAddress } from "@/lib/workflows/sources/describe-address";
import { findKnownSource } from "@/lib/workflows/sources/find-known-source";
import { previewCitations } from "@/lib/workflows/sources/import-sources";
import { suggestSources } from "@/lib/workflows/sources/suggest-sources";
import { findSameClaims } from "@/lib/workflows/watching/claim-family";
import { loadWatch } from "@/lib/workflows/watching/list-watching";
import { loadPageChange } from "@/lib/workflows/watching/load-page-change";

interface Read {
  /** The input comes from outside as it is: the workflow parses it. What it returns must be the same after JSON. */
  run: (actor: Actor, input: unknown) => Promise<Result<unknown, Failure>>;
  /** The most values that the input can have; see `MAX_VALUES`. */
  maxValues: number;
}

/** How each read of the desk is answered. Workflows ask `can` and parse what they are sent. */
export const deskReads: Record<DeskReadName, Read> = {
  "article-scale": read<StandardsReads["loadScale"]>(getScaleOfArticle),
  ballot: read<ClaimReads["loadBallot"]>(getBallot),
  citations: read<ReadCitations>(previewCitations),
  "claim-import": read<PreviewClaimImport>(previewClaimImport),
  "claim-history": read<ClaimReads["loadHistory"]>(async (actor, input) =>
    listClaimHistory({ ...actor, dates: await requestDateStyle() }, input),
  ),
  claimants: read<SuggestClaimants>(suggestClaimants),
  "copy-state": read<SourceLookup["checkSourceCopy"]>(checkSourceCopy),
  "copy-text": read<SourceLookup["readCopy"]>(readCopyText),
  "desk-search": read<SearchDesk>(searchDesk),
  "evidence-copies": read<ClaimReads["checkEvidenceCopies"]>(checkEvidenceCopies),
  excerpt: read<SourceLookup["checkExcerpt"]>(checkSourceExcerpt),
  "known-source": read<SourceLookup["findKnownSource"]>(findKnownSource),
  "page-change": read<FlagReads["loadPageChange"]>(loadPageChange),
  "page-description": read<SourceLookup["describeAddress"]>(describeAddress),
  "people-for-work": read<ListPeopleForWork>(listPeopleForWork),
  positions: read<ClaimReads["suggestPositions"]>(suggestPositions),
  "publication-job": read<LoadPublicationJob>(async (actor, input) => {
    const job = await getPublicationJob(actor, input);
    return job.ok ? ok(publicationJobView(job.value)) : job;
  }),
  "redaction-preview": read<PreviewRedaction>(previewArticleRedaction),
  "replacement-preview": read<PreviewReplacement>(previewReplacement),
  "report-jobs": read<LoadReportJobs>(async (actor, input) => {
    const jobs = await listMyReports(actor, input);
    return jobs.ok ? ok(jobs.value.map(reportJobView)) : jobs;
  }),
  "same-claims": read<WatchingReads["findSameClaims"]>(findSameClaims),
  "scale-choices": read<StandardsReads["listScaleChoices"]>(listScaleChoices),
  sources: read<SuggestSources>(suggestSources),
  submission: read<FindSubmission>(findSubmission),
  threads: read<ListThreads>(listThreads),
  watch: read<WatchingReads["loadWatch"]>(loadWatch),
  "word-file": read<PreviewWordFile>(previewWordFile),
};

/** @typeParam R what pages expect */
function read<R extends DeskRead<never, unknown>>(
  run: (
    actor: Actor,
    input: Parameters<R>[0],
  ) => HasOnlyJson<Awaited<ReturnType<R>>> extends true ? ReturnType<R> : never,
  maxValues = MAX_VALUES,
): Read {
  return { run: run as Read["run"], maxValues };
}

/** Whether a type has nothing in it that JSON changes, such as dates. */
type HasOnlyJson<T> = T extends Date | Map<unknown, unknown> | Set<unknown> | bigint
  ? false
  : T extends (infer Item)[]
    ? HasOnlyJson<Item>
    : T extends object
      ? false extends { [Key in keyof T]-?: HasOnlyJson<T[Key]> }[keyof T]
        ? false
        : true
      : true;
