import type { DeskRead } from "@/components/reads/read-desk";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { CopyState } from "@/lib/sources/copy-state";
import type { Source, SourceDescription } from "@/lib/sources/source";
import type { SourceFieldsInput } from "@/lib/sources/source-input";

/** Parses BibTeX, RIS or CSL-JSON on the server; see lib/workflows/sources/import-sources.ts. */
export type ReadCitations = DeskRead<
  { text: string },
  {
    entries: {
      name: string;
      fields: SourceFieldsInput;
      accessedOn: string | null;
      problems: string[];
      notes: string[];
      known: Source | null;
    }[];
  }
>;

/** The fields of a source that its page provides. */
export type DescribedFields = SourceDescription;

/** What the desk can look up about a source; see lib/workflows/sources. */
export interface SourceLookup {
  describeAddress: DeskRead<
    { address: string },
    { kind: "known"; source: Source } | { kind: "described"; fields: DescribedFields }
  >;
  readCitations: ReadCitations;
  /** The source that the desk already has with an address or a title as typed. */
  findKnownSource: DeskRead<
    { address: string; title: string },
    { by: "address" | "title"; source: Source } | null
  >;
  checkExcerpt: DeskRead<
    { sourceId: string; excerpt: string },
    { kind: "not-saved" } | (ExcerptCheck & { snapshot: { takenAt: string } })
  >;
  readCopy: DeskRead<
    { sourceId: string },
    | { kind: "not-saved" }
    | { kind: "saved"; snapshot: { takenAt: string }; text: string; language: string | null }
  >;
  checkSourceCopy: DeskRead<{ sourceId: string }, CopyState>;
}
