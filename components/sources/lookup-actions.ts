import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { CopyState } from "@/lib/sources/copy-state";
import type { Source, SourceDescription } from "@/lib/sources/source";
import type { SourceFieldsInput } from "@/lib/sources/source-input";

/** Parses BibTeX, RIS or CSL-JSON on the server; see lib/workflows/sources/import-sources.ts. */
export type ReadCitations = (input: { text: string }) => Promise<
  Result<
    {
      entries: {
        name: string;
        fields: SourceFieldsInput;
        accessedOn: string | null;
        problems: string[];
        notes: string[];
        known: Source | null;
      }[];
    },
    Failure
  >
>;

/** The fields of a source that its page provides. */
export type DescribedFields = SourceDescription;

/** What the desk can look up about a source; see lib/workflows/sources. */
export interface SourceLookup {
  describeAddress: (input: {
    address: string;
  }) => Promise<
    Result<{ kind: "known"; source: Source } | { kind: "described"; fields: DescribedFields }, Failure>
  >;
  readCitations: ReadCitations;
  /** The source that the desk already has with an address or a title as typed. */
  findKnownSource: (input: {
    address: string;
    title: string;
  }) => Promise<Result<{ by: "address" | "title"; source: Source } | null, Failure>>;
  checkExcerpt: (input: {
    sourceId: string;
    excerpt: string;
  }) => Promise<Result<{ kind: "not-saved" } | (ExcerptCheck & { snapshot: { takenAt: string } }), Failure>>;
  readCopy: (input: {
    sourceId: string;
  }) => Promise<
    Result<
      | { kind: "not-saved" }
      | { kind: "saved"; snapshot: { takenAt: string }; text: string; language: string | null },
      Failure
    >
  >;
  checkSourceCopy: (input: { sourceId: string }) => Promise<Result<CopyState, Failure>>;
}
