import type { DeskRead } from "@/components/reads/read-desk";
import type { ClaimImportPreview } from "@/lib/claim-imports/claim-import-preview";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export type PreviewClaimImport = DeskRead<{ articleId: string; content: string }, ClaimImportPreview>;

/** The server action that imports what was reviewed. */
export type ImportClaims = (input: {
  articleId: string;
  versionId: string;
  content: string;
  name: string | null;
  rows: { row: number; start: number; end: number }[];
  ratings: Record<string, string | null>;
}) => Promise<Result<{ imported: { row: number }[]; known: number }, Failure>>;

/** What a person chooses while reviewing an import; rows are keys. */
export interface ImportChoices {
  /** Rows that are not to be imported. */
  left: string[];
  /** For rows without a clear passage: its index in the list, or the words that were entered. */
  passages: Record<string, number | "own">;
  /** The words of the article that were entered for a row. */
  words: Record<string, string>;
  /** Ratings of the scale by those of the file; "" for no verdict. */
  ratings: Record<string, string>;
}

export const NO_CHOICES: ImportChoices = { left: [], passages: {}, words: {}, ratings: {} };

/** What people wrote into a Word file, and what each part is about. */
export interface WordFilePreview {
  versionId: string;
  comments: PlannedComment[];
  changes: PlannedChange[];
}

export type PreviewWordFile = DeskRead<{ articleId: string; file: string }, WordFilePreview>;

/** A Word file in base64, as it was reviewed on a version. */
interface ReviewedWordFile {
  articleId: string;
  versionId: string;
  file: string;
  rows: number[];
}

/** The server actions that import what was reviewed. */
export interface WordActions {
  importComments: (
    input: ReviewedWordFile & { verdicts: number[] },
  ) => Promise<
    Result<
      { imported: number; verdicts: { set: number; left: { number: number; message: string }[] } },
      Failure
    >
  >;
  acceptWordChanges: (input: ReviewedWordFile) => Promise<Result<{ version: { number: number } }, Failure>>;
}
