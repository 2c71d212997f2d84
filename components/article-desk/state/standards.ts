import type { DeskRead } from "@/components/reads/read-desk";
import type { Failure } from "@/lib/failure";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";

/** The rating scale and required approvals of an article. */
export interface Standards {
  scaleId: string;
  /** How many people must approve each claim. */
  requiredApprovals: number;
  /** Article.revision. */
  revision: number;
}

/** A version of a scale that the article can be moved to. */
export interface ScaleChoice {
  id: string;
  name: string;
  version: number;
}

export interface StandardsReads {
  /** The newest version of each scale, and the scale that the article uses. */
  listScaleChoices: DeskRead<{ scaleId: string }, ScaleChoice[]>;
  loadScale: DeskRead<{ articleId: string }, RatingScale>;
}

export interface StandardsActions {
  changeScale: (input: {
    articleId: string;
    revision: number;
    scaleId: string;
  }) => Promise<Result<Standards, Failure>>;
  raiseApprovals: (input: {
    articleId: string;
    revision: number;
    requiredApprovals: number;
  }) => Promise<Result<Standards, Failure>>;
}
