import { createHash } from "node:crypto";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { DescribedCandidate } from "@/lib/anchoring/find-candidates";
import { foldInvisible } from "@/lib/anchoring/fold-invisible";
import { similarity } from "@/lib/anchoring/similarity";
import type { TextRange } from "@/lib/anchoring/text-range";
import { type ClaimContentInput, claimContentInput, LIMITS } from "@/lib/claims/claim-input";
import { statementOf } from "@/lib/claims/statement-of";
import { COMMENT_LIMIT } from "@/lib/comments/comment-input";
import { canonicalText } from "@/lib/document/canonical-text";
import { parseDocument } from "@/lib/document/parse-document";
import { rationaleSchema } from "@/lib/document/schema";
import type { Rating } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import { stripUnstorableInput } from "@/lib/strip-unstorable";
import { claimLocator, type LocatedClaim } from "./locate-claim";
import { rateByTag, ratingMatcher } from "./match-rating";
import { rationaleOf } from "./rationale-doc";
import type { ClaimFileFormat, ReadClaim } from "./read-claim";
import { readClaimFile } from "./read-claim-file";

/** A claim that the article has. */
export interface ExistingClaim {
  id: string;
  number: number;
  statement: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

/** What an import is compared with. */
export interface ImportGround {
  text: string;
  /** Of the text, BCP 47. */
  language: string;
  ratings: readonly Pick<Rating, "key" | "label">[];
  claims: readonly ExistingClaim[];
  /** The claims that were imported before, by their `importKey`. */
  imported: readonly { importKey: string; claimId: string }[];
}

/** A passage as it is shown for a choice; offsets are UTF-16 units. */
export type PassageChoice = Omit<DescribedCandidate, "score"> & { score: number | null };

export type PlannedPlace =
  | { kind: "placed"; passage: PassageChoice }
  | { kind: "choose"; why: Extract<LocatedClaim, { kind: "choose" }>["why"]; passages: PassageChoice[] }
  | { kind: "not-found" };

/** A row of an import, as an editor reviews it. */
export interface PlannedClaim {
  /** Index in the file, from 0. */
  row: number;
  /** The same each time that the file is read. */
  importKey: string;
  place: PlannedPlace;
  /** The words that the file quotes; null if it quotes none. */
  quote: string | null;
  /** Why it is skipped: the article has it, or an earlier row of the file is the same. */
  known: { kind: "claim"; number: number } | { kind: "row"; row: number } | null;
  /** Why it can't be imported. */
  problems: string[];
  /** The rating as the file names it; null if there is none. */
  rating: string | null;
  /** The rationale that goes with it. */
  rationale: ReadClaim["rationale"];
  /** Text for a comment on the claim. */
  note: string | null;
  /** Everything else; the verdict is added by the rating that is chosen. Without a statement, that is made from the passage. */
  content: Omit<ClaimContentInput, "verdict" | "outcome">;
}

export interface ClaimImportPlan {
  format: ClaimFileFormat;
  rows: PlannedClaim[];
  /** The ratings of the file, each with the rating of the scale that has its name; null if none has. */
  ratings: { name: string; ratingKey: string | null }[];
}

/**
 * Compares the claims of a file with an article: where each stands, which the article has, and what its ratings are called on the article's
 * scale. Never throws on a damaged file.
 */
export function planClaimImport(
  content: string,
  ground: ImportGround,
): Result<ClaimImportPlan, { message: string }> {
  const read = readClaimFile(content);
  if (!read.ok) return read;
  const { format, claims } = read.value;
  const match = ratingMatcher(ground.ratings);
  const locate = claimLocator(ground.text);
  const known = knownClaims(ground);
  const ratings = new Map<string, string | null>();
  const firstRows = new Map<string, number>();
  const rows = claims.map((raw, row): PlannedClaim => {
    const claim = rated(stripUnstorableInput(raw) as ReadClaim, match);
    const importKey = importKeyOf(claim);
    const located = locate(claim.place);
    const earlier = firstRows.get(importKey);
    if (earlier === undefined) firstRows.set(importKey, row);
    if (claim.rating) ratings.set(claim.rating.label, match(claim.rating));
    const checked = contentOf(claim);
    const number = known(claim, importKey, located);
    return {
      row,
      importKey,
      place: described(ground.text, located, quoteOf(claim)),
      quote: quoteOf(claim),
      known:
        number !== null
          ? { kind: "claim", number }
          : earlier !== undefined
            ? { kind: "row", row: earlier }
            : null,
      problems: checked.problems,
      rating: claim.rating?.label ?? null,
      rationale: claim.rationale,
      note: claim.note,
      content: checked.content,
    };
  });
  return ok({ format, rows, ratings: [...ratings].map(([name, ratingKey]) => ({ name, ratingKey })) });
}

/** A claim whose rating is among its tags; its note then gives the reasons. */
function rated(claim: ReadClaim, match: ReturnType<typeof ratingMatcher>): ReadClaim {
  const byTag = rateByTag(claim, match);
  if (!byTag) return claim;
  const rating = { key: null, label: byTag.label };
  if (claim.rationale) return { ...claim, rating, tags: byTag.tags };
  return { ...claim, rating, tags: byTag.tags, rationale: rationaleOf(claim.note), note: null };
}

function quoteOf({ place }: ReadClaim): string | null {
  return "from" in place ? null : (place.quote?.exact ?? null);
}

/** A hash of what makes a claim in a file another one: its words and its statement. Verdicts can change between two exports. */
function importKeyOf({ place, statement }: ReadClaim): string {
  return createHash("sha256")
    .update(JSON.stringify([place, fold(statement)]))
    .digest("hex")
    .slice(0, 40);
}

const fold = (text: string) => foldInvisible(text).text.toLowerCase().trim();

/** Finds the number of the claim that the article has: imported before, by its id, or the same statement about the same words. */
function knownClaims({ claims, imported, text, language }: ImportGround) {
  const byId = new Map(claims.map((claim) => [claim.id, claim.number]));
  const byKey = new Map(imported.map(({ importKey, claimId }) => [importKey, byId.get(claimId) ?? null]));
  const byPassage = new Map(
    claims.map(({ start, end, statement, number }) => [`${start} ${end} ${fold(statement)}`, number]),
  );
  return ({ id, statement }: ReadClaim, importKey: string, located: LocatedClaim): number | null => {
    const before = byKey.get(importKey) ?? byId.get(id ?? "") ?? null;
    if (before !== null || located.kind !== "placed") return before;
    const { start, end } = located.range;
    return (
      byPassage.get(`${start} ${end} ${fold(statement || statementOf(text, located.range, language))}`) ??
      null
    );
  };
}

function described(text: string, located: LocatedClaim, quote: string | null): PlannedPlace {
  if (located.kind === "not-found") return located;
  const passageAt = ({ start, end }: TextRange, isSimilar = false): PassageChoice => ({
    ...describeAnchor(text, start, end),
    score: isSimilar && quote !== null ? similarity(quote, text.slice(start, end)) : null,
  });
  return located.kind === "placed"
    ? { kind: "placed", passage: passageAt(located.range) }
    : {
        ...located,
        kind: "choose",
        passages: located.ranges.map((range) => passageAt(range, located.why === "similar")),
      };
}

/** The content, with what can't be stored as problems. */
function contentOf(claim: ReadClaim): { content: PlannedClaim["content"]; problems: string[] } {
  const { statement, claimant, carriedBy, claimedOn, kind, tags, evidence } = claim;
  const content = { statement, claimant, carriedBy, claimedOn, kind, tags, evidence };
  const parsed = claimContentInput.safeParse({ ...content, statement: statement || "…" });
  const problems = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ message }) => message))];
  if ((claim.note?.length ?? 0) > COMMENT_LIMIT)
    problems.push(
      `Its note is longer than ${COMMENT_LIMIT.toLocaleString("en")} characters. Shorten it in the file.`,
    );
  const rationale = claim.rationale && rationaleProblem(claim.rationale);
  return { content, problems: rationale ? [...problems, rationale] : problems };
}

function rationaleProblem(doc: unknown): string | null {
  const parsed = parseDocument(doc, rationaleSchema, { maxParts: 2_000 });
  if (!parsed.ok) return `The rationale: ${parsed.error.message}`;
  const { length } = canonicalText(parsed.value).text;
  return length <= LIMITS.rationale
    ? null
    : `The rationale has ${length.toLocaleString("en")} characters; the limit is ${LIMITS.rationale.toLocaleString("en")}. Shorten it in the file.`;
}
