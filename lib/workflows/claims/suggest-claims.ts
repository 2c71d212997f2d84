import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { TextRange } from "@/lib/anchoring/text-range";
import { listAnchoredClaims } from "@/lib/db/anchors";
import { type CheckableSign, checkableSigns } from "@/lib/discovery/check-worthiness";
import { checkableSentences, coverageOf } from "@/lib/discovery/coverage";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { asResult, parseInput } from "@/lib/workflows/refusals";

/** Maximum UTF-16 units of a text that is sent, and what is read of an article. */
export const MAX_SUGGESTION_TEXT = 200_000;
/** UTF-16 units read between two turns of the server's thread. */
const PIECE = 8_000;
/** Claims of an article that are left out of its suggestions. */
const MAX_CLAIMS = 5_000;

/** A sentence that states something checkable, and why it seems to. Offsets are UTF-16 units of the text. */
export interface ClaimSuggestion extends TextRange {
  exact: string;
  signs: CheckableSign[];
}

const inputSchema = z.union([
  z.object({ articleId: z.string().max(100) }),
  z.object({
    text: z.string().max(MAX_SUGGESTION_TEXT, "The text is too long. Send at most 200,000 characters."),
    language: z.string().max(35).optional(),
  }),
]);

export type SuggestClaimsInput = z.input<typeof inputSchema>;

/**
 * Sentences of a text that could be marked as claims, by a rule of thumb: they have a number, a quotation, a name or a comparison.
 * @param input an article, whose marked sentences are left out, or a text
 * @returns in text order; `complete` is false if only the beginning of a long article was read
 */
export async function suggestClaims(
  actor: Actor,
  input: SuggestClaimsInput,
): Promise<Result<{ suggestions: ClaimSuggestion[]; versionId: string | null; complete: boolean }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  if ("text" in parsed.value) {
    const { text, language = "en" } = parsed.value;
    return ok({ suggestions: await suggestionsIn(text, language, []), versionId: null, complete: true });
  }
  const found = await getArticle(actor, parsed.value);
  if (!found.ok) return found;
  const { article, version } = found.value;
  const marked = await listAnchoredClaims(article.id, null, MAX_CLAIMS);
  const text = version.text.slice(0, MAX_SUGGESTION_TEXT);
  const spans = marked.map(({ order: [start, minusEnd] }) => ({ start, end: -minusEnd }));
  return ok({
    suggestions: await suggestionsIn(text, article.language, spans),
    versionId: version.id,
    complete: text.length === version.text.length,
  });
}

/** A long text is read in pieces, so that it does not hold up the server. */
async function suggestionsIn(
  text: string,
  language: string,
  spans: readonly TextRange[],
): Promise<ClaimSuggestion[]> {
  const sentences: TextRange[] = [];
  for (const piece of piecesOf(text)) {
    for (const { start, end } of checkableSentences(text.slice(piece.start, piece.end), language))
      sentences.push({ start: piece.start + start, end: piece.start + end });
    await nextTurn();
  }
  return coverageOf(sentences, spans).unmarked.map(({ start, end }) => {
    const exact = text.slice(start, end);
    return { start, end, exact, signs: checkableSigns(exact) };
  });
}

/** Parts of a text that end at a line break or, in a very long line, at a space. */
function piecesOf(text: string): TextRange[] {
  const pieces: TextRange[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = Math.min(text.length, start + PIECE);
    const window = text.slice(start, limit);
    const cut = limit === text.length ? -1 : Math.max(window.lastIndexOf("\n"), 0) || window.lastIndexOf(" ");
    const end = cut > 0 ? start + cut + 1 : limit;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}
