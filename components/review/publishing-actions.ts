import type { Failure } from "@/lib/failure";
import type { CorrectionKind } from "@/lib/reports/report";
import type { Result } from "@/lib/result";
import type { PlannedPublication } from "./publication-plan";
import type { PublicationJobView } from "./publication-progress";

/** What publishing and scheduling send. */
export interface PublicationInput {
  articleId: string;
  /** Article.revision that the page shows. */
  revision: number;
  corrections: { claimId: string; kind: CorrectionKind; note: string }[];
}

/** A long article is published later; its job says how far it is. */
export type PublishAnswer =
  | { kind: "published"; number: number }
  | { kind: "preparing"; job: PublicationJobView };

/** The server actions of the article page on its publication. */
export interface PublicationActions {
  unschedulePublication: (input: { articleId: string }) => Promise<Result<null, Failure>>;
}

/** The server actions of the page that publishes an article. */
export interface PublishingActions extends PublicationActions {
  publish: (input: PublicationInput) => Promise<Result<PublishAnswer, Failure>>;
  schedulePublication: (
    input: PublicationInput & { at: string },
  ) => Promise<Result<PlannedPublication, Failure>>;
  unpublish: (input: {
    articleId: string;
    revision: number;
    reason: string;
  }) => Promise<Result<{ revision: number }, Failure>>;
  saveFinding: (input: {
    articleId: string;
    revision: number;
    finding: string | null;
  }) => Promise<Result<{ revision: number }, Failure>>;
}
