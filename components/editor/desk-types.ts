import type { ClaimDraft } from "@/components/claims/claim-draft";
import type { HistoryItem } from "@/components/review/claim-history";
import type { Claim } from "@/lib/claims/claim";
import type { CreateClaimInput, UpdateClaimInput } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import type { Source } from "@/lib/sources/source";

type Action<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** What an article is known by, as it is typed. */
export interface DetailsInput {
  title: string;
  publisher: string | null;
  byline: string | null;
  sourceUrl: string | null;
  publishedOn: string | null;
  language: string;
}

/** The article as the desk shows it. */
export interface DeskArticleView extends DetailsInput {
  id: string;
  slug: string;
  status: "draft" | "published";
  revision: number;
  currentPublication: { number: number; publishedAt: string } | null;
}

/** What the page can ask the server for. */
export interface DeskActions {
  createClaim: Action<CreateClaimInput, Claim>;
  updateClaim: Action<UpdateClaimInput, Claim>;
  deleteClaim: Action<{ claimId: string; revision: number }, { claimId: string }>;
  undeleteClaim: Action<{ claimId: string }, Claim>;
  transitionClaim: Action<
    { claimId: string; revision: number; action: ReviewActionName; note?: string },
    Claim
  >;
  saveDraft: Action<{ articleId: string; subject: string; body: unknown }, { updatedAt: string }>;
  discardDraft: Action<{ articleId: string; subject: string }, null>;
  suggestSources: Action<{ query: string }, Source[]>;
  loadHistory: Action<{ claimId: string }, HistoryItem[]>;
  updateDetails: Action<DetailsInput & { articleId: string; revision: number }, { revision: number }>;
  replaceText: Action<
    { articleId: string; versionId: string; content: { format: "text" | "html"; value: string } },
    {
      version: { id: string; number: number };
      outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number>;
    }
  >;
  settleAnchor: Action<
    { claimId: string; revision: number; versionId: string; place: { start: number; end: number } | null },
    Claim
  >;
  publish: Action<
    { articleId: string; revision: number; corrections: { claimId: string; note: string }[] },
    { number: number; slug: string }
  >;
}

export interface ArticleDeskProps {
  article: DeskArticleView;
  version: {
    id: string;
    number: number;
    doc: DocumentNode;
    /** UTF-16 units of its text. */
    length: number;
  };
  scale: RatingScale;
  claims: Claim[];
  drafts: { subject: string; body: ClaimDraft; updatedAt: string }[];
  actor: Actor;
  /** What a replacement of the text that just happened did to the claims. */
  replaced: { followed: number; waiting: number } | null;
  /** The claim that the address asks for. */
  selectedId: string | null;
  actions: DeskActions;
}
