import { createHash } from "node:crypto";
import type {
  CorrectionValue,
  MethodKey,
  Report,
  ReportClaim,
  ReportEvidence,
  ReportSource,
} from "../report";
import { parseEnglishDate } from "./parse-english-date";

/** A Report with the English labels that publications stored beside its keys until there were catalogues. */
export type ReportWithLabels = Omit<Report, "claims" | "sources"> & {
  claims: (Omit<ReportClaim, "evidence"> & {
    kindLabel?: string;
    evidence: (ReportEvidence & { stanceLabel?: string })[];
  })[];
  sources: (ReportSource & { kindLabel?: string })[];
};

/** SHA-256 of the paragraphs that were stored instead of a key, separated by "\n". */
const METHODS: Readonly<Record<string, MethodKey>> = {
  d491f226221cd4d8506b99fe044adb7d3812eb605f2230554cd20aeb57d83730: "two-editors",
};
/** What confidential sources without a description were named. */
const CONFIDENTIAL = "Confidential source";

/**
 * A Report without English of the product: keys and data instead of labels. Text that has no key stays as it was published.
 * @param stored is not changed
 */
export function upgradeLabels(stored: ReportWithLabels): Report {
  const { method } = stored;
  // Reports without labels name their method by a key.
  if (!("paragraphs" in method)) return stored;
  const key = METHODS[createHash("sha256").update(method.paragraphs.join("\n")).digest("hex")];
  return {
    ...stored,
    method: key ? { key } : method,
    claims: stored.claims.map(({ kindLabel: _, ...claim }) => ({
      ...claim,
      evidence: claim.evidence.map(({ stanceLabel: __, ...evidence }) => evidence),
    })),
    sources: stored.sources.map(({ kindLabel: _, ...source }) => ({
      ...source,
      title: source.confidential && source.title === CONFIDENTIAL ? null : source.title,
    })),
    corrections: stored.corrections.map((correction) => ({
      ...correction,
      from: upgradeCorrectionValue(correction.field, correction.from),
      to: upgradeCorrectionValue(correction.field, correction.to),
    })),
  };
}

/** What stood for nothing, by the field of a correction. */
const NOTHING: Readonly<Record<string, string>> = {
  claimant: "not named",
  claimedOn: "no date",
  removed: "no longer published",
};

/** A value of a correction in the current form. Dates were stored as English ones, and nothing as words. */
export function upgradeCorrectionValue(field: string, value: CorrectionValue): CorrectionValue {
  if (typeof value !== "string") return value;
  if (value === NOTHING[field]) return null;
  return field === "claimedOn" ? (parseEnglishDate(value) ?? value) : value;
}
