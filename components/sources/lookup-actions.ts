import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { CopyState } from "@/lib/sources/copy-state";
import type { Source } from "@/lib/sources/source";
import type { SourceFieldsInput } from "@/lib/sources/source-input";

/** Reads BibTeX, RIS or CSL-JSON on the server; see lib/workflows. */
export type ReadCitations = (input: { text: string }) => Promise<
  Result<
    {
      entries: {
        name: string;
        fields: SourceFieldsInput;
        accessedOn: string | null;
        problems: string[];
        known: Source | null;
      }[];
    },
    Failure
  >
>;

/** What a page says of itself as a source. */
export type DescribedFields = Pick<
  Source,
  "url" | "doi" | "title" | "authors" | "publisher" | "publishedOn" | "language" | "kind" | "archiveUrl"
>;

/** What the desk can look up of a source; see lib/workflows. */
export interface SourceLookup {
  describeAddress: (input: {
    address: string;
  }) => Promise<
    Result<{ kind: "known"; source: Source } | { kind: "described"; fields: DescribedFields }, Failure>
  >;
  readCitations: ReadCitations;
  checkExcerpt: (input: {
    sourceId: string;
    excerpt: string;
  }) => Promise<Result<{ kind: "not-kept" } | (ExcerptCheck & { snapshot: { takenAt: string } }), Failure>>;
  readCopy: (input: {
    sourceId: string;
  }) => Promise<
    Result<{ kind: "not-kept" } | { kind: "kept"; snapshot: { takenAt: string }; text: string }, Failure>
  >;
  checkSourceCopy: (input: { sourceId: string }) => Promise<Result<CopyState, Failure>>;
}
