import type { DeskRead } from "@/components/reads/read-desk";
import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { Claim, PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Flag } from "@/lib/watching/flag";

type ServerAction<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** The day on which a claim, or an article as a whole, is to be reviewed again. */
export interface ReviewDateView {
  /** ISO 8601 day. */
  on: string;
  reason: string;
  setBy: PersonName;
}

/** The same claim in another article. */
export interface RelativeView {
  claimId: string;
  articleId: string;
  articleTitle: string;
  number: number;
  statement: string;
  /** Label of its rating; null without a verdict. */
  rating: string | null;
}

/** What is watched about one claim, or one article as a whole. */
export interface WatchView {
  reviewDate: ReviewDateView | null;
  flags: Flag[];
  relatives: RelativeView[];
  /** Where the verdict comes from, if not from this article. */
  adoption: { claimId: string; articleId: string; articleTitle: string; number: number } | null;
}

/** What changed on the page of a source. */
export interface PageChangeView {
  blocks: ComparedBlock[];
  lost: string[];
  /** ISO 8601 instants of the two copies. */
  before: string;
  after: string;
}

/** What is read about a flag. */
export interface FlagReads {
  loadPageChange: DeskRead<{ flagId: string }, PageChangeView>;
}

/** What a person can do about flags, here and on the list of all. */
export interface FlagActions {
  confirmFlag: ServerAction<
    { flagId: string; note: string; nextOn?: string | null; nextReason?: string | null },
    null
  >;
  reopenFlagged: ServerAction<{ flagId: string; note: string }, null>;
}

/** What is read about the watching of one article's claims. */
export interface WatchingReads {
  loadWatch: DeskRead<{ articleId: string; claimId: string | null }, WatchView>;
  findSameClaims: DeskRead<{ claimId: string }, RelativeView[]>;
}

/** What a person can do about the watching of one article's claims. */
export interface WatchingActions extends FlagActions {
  setReviewDate: ServerAction<
    { articleId: string; claimId: string | null; on: string | null; reason: string },
    ReviewDateView | null
  >;
  setReviewDates: ServerAction<
    { articleId: string; claimIds: string[]; on: string; reason: string },
    { done: number; left: { claimId: string; message: string }[] }
  >;
  linkClaims: ServerAction<{ claimId: string; otherId: string }, RelativeView[]>;
  unlinkClaim: ServerAction<{ claimId: string }, null>;
  adoptVerdict: ServerAction<
    { claimId: string; revision: number; fromId: string; operationId: string },
    Claim
  >;
}
