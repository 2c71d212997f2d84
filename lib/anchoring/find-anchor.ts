import { err, ok, type Result } from "@/lib/result";

export interface Candidate {
  start: number;
  end: number;
  prefix: string;
  suffix: string;
}

export type FindAnchorError =
  | { kind: "quote-not-found" }
  | { kind: "quote-ambiguous"; candidates: Candidate[] };

/** Candidates listed for an ambiguous quote; with more, the caller has to send context. */
const MAX_CANDIDATES = 20;

/**
 * Finds the only occurrence of a quote in a text (W3C TextQuoteSelector), using the context if there is any. Never guesses: a quote
 * that occurs more than once with the same context is an error that lists the occurrences.
 * @returns UTF-16 offsets
 */
export function findAnchor(
  text: string,
  quote: { exact: string; prefix?: string | undefined; suffix?: string | undefined },
): Result<{ start: number; end: number }, FindAnchorError> {
  const { exact, prefix = "", suffix = "" } = quote;
  if (exact === "") return err({ kind: "quote-not-found" });
  const candidates: Candidate[] = [];
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    if (!text.slice(0, start).endsWith(prefix) || !text.startsWith(suffix, end)) continue;
    candidates.push({
      start,
      end,
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    });
    if (candidates.length === MAX_CANDIDATES) break;
  }
  const [only, another] = candidates;
  if (!only) return err({ kind: "quote-not-found" });
  if (another) return err({ kind: "quote-ambiguous", candidates });
  return ok({ start: only.start, end: only.end });
}
