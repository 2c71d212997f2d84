import type { ReadCitations } from "@/lib/citations/parse-citations";
import type { ImportedFile, ParsedFile } from "@/lib/ingest/parse-file";
import type { EncodedImage } from "@/lib/ingest/re-encode-image";
import type { ReadSource } from "@/lib/ingest/read-source";
import type { Result } from "@/lib/result";
import type { VersionDraft, VersionInput, VersionRefusal } from "@/lib/versions/draft-version";

/** Tasks on untrusted files and long texts, each run in a child process: see run-in-child-process.ts. */
export interface Tasks {
  "parse-file": (file: ImportedFile) => Promise<Result<ParsedFile, { message: string }>>;
  "read-source": (file: ImportedFile) => Promise<ReadSource>;
  "re-encode-image": (bytes: Uint8Array) => Promise<EncodedImage>;
  "parse-citations": (text: string) => Promise<Result<ReadCitations, { message: string }>>;
  "draft-version": (input: VersionInput) => Promise<Result<VersionDraft, VersionRefusal>>;
}

/** Loads a task's code, only in the child process. */
export const loadTask: { [Name in keyof Tasks]: () => Promise<Tasks[Name]> } = {
  "parse-file": async () => (await import("@/lib/ingest/parse-file")).parseFile,
  "read-source": async () => (await import("@/lib/ingest/read-source")).readSource,
  "re-encode-image": async () => (await import("@/lib/ingest/re-encode-image")).reEncodeImage,
  "parse-citations": async () => {
    const { parseCitations } = await import("@/lib/citations/parse-citations");
    return async (text) => parseCitations(text);
  },
  "draft-version": async () => {
    const { draftVersion } = await import("@/lib/versions/draft-version");
    return async (input) => draftVersion(input);
  },
};
