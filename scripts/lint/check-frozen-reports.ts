import type { SourceFile } from "./source-file";
import { isTest } from "./source-file";

/** The one file that reads the Report of a publication as it was frozen; it applies the redactions. */
const READER = "lib/db/read-publication.ts";
/** Leaves the column out of every query that does not name it. */
const OMITS = "lib/db/client.ts";

/** What reads the column: a selection, the type of its value, or SQL. */
const READS = /\breport:\s*true\b|fromJson<Report>|"report"\s*(?:->|#>|::)/g;

/** Code of lib/db that reads frozen Reports past the redactions. */
export function checkFrozenReports(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith("lib/db/") && path !== READER && path !== OMITS && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(READS)].map(
        ({ 0: found, index }) =>
          `${path}:${text.slice(0, index).split("\n").length}: "${found.trim()}" reads a frozen Report. Only ${READER} does; use readPublication.`,
      ),
    );
}
