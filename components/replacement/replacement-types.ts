import type { DeskRead } from "@/components/reads/read-desk";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimOutcomes, OutcomeKind } from "@/lib/versions/claim-outcomes";

/** The details of an article that the source of a new text can have as well. */
export interface ReplacedDetails {
  title: string;
  publisher: string | null;
  byline: string | null;
  sourceUrl: string | null;
  /** ISO 8601 day. */
  publishedOn: string | null;
  language: string;
}

/** The article whose text is replaced. */
export interface ReplacedArticle extends ReplacedDetails {
  id: string;
  revision: number;
}

/** A new text, and the version that it replaces. */
export interface Replacement {
  articleId: string;
  versionId: string;
  /** The document as JSON. */
  content: { format: "document"; value: string };
}

/** What happens to the claims in a new text. */
export type PreviewReplacement = DeskRead<Replacement, ClaimOutcomes>;

export interface ReplacementActions {
  replaceText: (
    input: Replacement & { details?: ReplacedDetails & { revision: number } },
  ) => Promise<Result<{ outcomes: Record<OutcomeKind, number> }, Failure>>;
}
