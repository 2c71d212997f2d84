import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { err, ok, type Result } from "@/lib/result";
import { isClaimReviews, readClaimReviews } from "./formats/read-claim-review";
import { isClaimTable, readCsv } from "./formats/read-csv";
import { isHypothesis, readHypothesis } from "./formats/read-hypothesis";
import { isReport, readReport } from "./formats/read-report";
import { isWebAnnotations, readWebAnnotations } from "./formats/read-web-annotations";
import { CLAIM_FILE_LIMITS, type ClaimFileFormat, type ReadClaim } from "./read-claim";

export interface ReadClaimFile {
  format: ClaimFileFormat;
  claims: ReadClaim[];
}

const UNKNOWN =
  "No claims were found in this file. Import a JSON report, Web Annotations, a Hypothesis export, ClaimReviews, or a CSV file with a column “quote” or “statement”.";

/**
 * Reads the claims of a file; its content decides the format. What a reader doesn't know is skipped.
 * @returns at least one claim, or a message that says what to do
 */
export function readClaimFile(content: string): Result<ReadClaimFile, { message: string }> {
  const text = content.replace(/^\ufeff/, "");
  if (text.length > CLAIM_FILE_LIMITS.text)
    return err({ message: "The file is longer than 4,000,000 characters. Split it, and import the parts." });
  const read = /^\s*[[{]/.test(text) ? readJson(text) : readTable(text);
  if (!read.ok) return read;
  const { claims } = read.value;
  if (claims.length === 0) return err({ message: UNKNOWN });
  if (claims.length > CLAIM_FILE_LIMITS.claims)
    return err({
      message: `The file has ${claims.length.toLocaleString("en")} claims; the limit is ${CLAIM_FILE_LIMITS.claims.toLocaleString("en")}. Split it, and import the parts.`,
    });
  return read;
}

function readTable(text: string): Result<ReadClaimFile, { message: string }> {
  return isClaimTable(text) ? ok({ format: "csv", claims: readCsv(text) }) : err({ message: UNKNOWN });
}

function readJson(text: string): Result<ReadClaimFile, { message: string }> {
  const parsed = parseBoundedJson(text, CLAIM_FILE_LIMITS.values);
  if (!parsed.ok)
    return err({
      message:
        parsed.error.kind === "too-many-values"
          ? "The file has too many values to read. Split it, and import the parts."
          : "The file is damaged: it begins like JSON, but can't be read as JSON. Export it again.",
    });
  const json = parsed.value;
  if (isReport(json)) return ok({ format: "report", claims: readReport(json) });
  if (isClaimReviews(json)) return ok({ format: "claim-review", claims: readClaimReviews(json) });
  if (isWebAnnotations(json)) return ok({ format: "web-annotations", claims: readWebAnnotations(json) });
  if (isHypothesis(json)) return ok({ format: "hypothesis", claims: readHypothesis(json) });
  return err({ message: UNKNOWN });
}
