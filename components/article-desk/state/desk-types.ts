import type { AcceptWordings } from "@/components/article-desk/operations/manuscript-steps";
import type { SplitAndMerge } from "@/components/article-desk/operations/undoable-edits";
import type { AssignArticle } from "@/components/board/board-types";
import type { AssignClaims } from "@/components/claims/assign-claim";
import type { ClaimActions } from "@/components/claims/claim-actions";
import type { ClaimRules } from "@/components/claims/claim-rules";
import type { SourceActions } from "@/components/claims/form/source-actions";
import type { DeskComments } from "@/components/comments/comment-types";
import type { ClaimDraft } from "@/components/drafts/claim-draft";
import type { PlannedPublication } from "@/components/review/publication-plan";
import type { PublicationJobView } from "@/components/review/publication-progress";
import type { PublicationActions } from "@/components/review/publishing-actions";
import type { Plan } from "@/lib/board/plan";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { Claim, PersonName } from "@/lib/claims/claim";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import type { Standards, StandardsActions } from "./standards";

type ServerAction<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** The editable details of an article. */
export interface DetailsInput {
  title: string;
  publisher: string | null;
  byline: string | null;
  sourceUrl: string | null;
  publishedOn: string | null;
  language: string;
  /** One paragraph; null if it is made from the counts. */
  finding: string | null;
}

/** The article as the desk shows it. */
export interface DeskArticleView extends DetailsInput, Standards, Plan {
  id: string;
  slug: string;
  purpose: ArticlePurpose;
  status: ArticleStatus;
  currentPublication: {
    number: number;
    /** ISO 8601 instant. */
    publishedAt: string;
    /** Whether the text or the finding was changed since. */
    isOutdated: boolean;
  } | null;
  /** The scheduled publication, if there is one. */
  plan: PlannedPublication | null;
  publicationJob: PublicationJobView | null;
}

/** The server actions that the page calls. */
export interface DeskActions
  extends PublicationActions,
    StandardsActions,
    SplitAndMerge,
    Pick<SourceActions, "attachFile"> {
  assignArticle: AssignArticle;
  assignClaims: AssignClaims;
  batchClaims: ClaimActions["batch"];
  acceptWordings: AcceptWordings;
  changePurpose: ServerAction<{ articleId: string; revision: number; purpose: ArticlePurpose }, null>;
  saveDraft: ServerAction<{ articleId: string; subject: string; body: unknown }, { updatedAt: string }>;
  discardDraft: ServerAction<{ articleId: string; subject: string }, null>;
  updateDetails: ServerAction<DetailsInput & { articleId: string; revision: number }, { revision: number }>;
}

export interface ArticleDeskProps {
  article: DeskArticleView;
  version: { id: string; number: number; doc: DocumentNode };
  scale: RatingScale;
  claims: Claim[];
  drafts: { subject: string; body: ClaimDraft; updatedAt: string }[];
  actor: Actor;
  /** People whom work can be assigned to. */
  people: readonly PersonName[];
  /** Shown when the page opens: what a new version of the text did to the claims. */
  notice: { tone: "success"; text: string } | null;
  /** Sequence number of the newest event when the page was rendered. */
  seq: number;
  /** The claim that the URL points to. */
  selectedId: string | null;
  /** Numbers of the claims that the URL narrows the list to; null for all. */
  shownNumbers: readonly number[] | null;
  rules: ClaimRules;
  actions: DeskActions;
  comments: DeskComments;
}
