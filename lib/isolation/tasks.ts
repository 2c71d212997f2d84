import type { GivenFile, ParsedFile } from "@/lib/ingest/parse-file";
import type { Result } from "@/lib/result";

/** What is done to files of unknown origin, each in a process of its own: see run-apart.ts. */
export interface Tasks {
  "parse-file": (file: GivenFile) => Promise<Result<ParsedFile, { message: string }>>;
}

/** Loads a task's code; only the process that runs it does so. */
export const loadTask: { [Name in keyof Tasks]: () => Promise<Tasks[Name]> } = {
  "parse-file": async () => (await import("@/lib/ingest/parse-file")).parseFile,
};
