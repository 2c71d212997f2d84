import { createHash } from "node:crypto";
import type { TextRange } from "@/lib/anchoring/text-range";
import { claimLocator } from "./locate-claim";
import { ratingMatcher } from "./match-rating";
import type { ExistingClaim, ImportGround } from "./plan-claim-import";
import type { WordComment } from "./word-comment";

/** What a comment will be about. */
export type CommentTarget =
  | { on: "claim"; claimId: string; number: number }
  | { on: "passage"; start: number; end: number; exact: string }
  /** Its words are not clear in the text: it goes to the article, with its quotation. */
  | { on: "article"; quote: string | null };

/** A comment of a Word file, as an editor reviews it. */
export interface PlannedComment extends Pick<WordComment, "row" | "author" | "at" | "text"> {
  /** The same each time that the file is read. */
  commentKey: string;
  /** Row of the first comment of its thread. */
  thread: number;
  target: CommentTarget;
  /** Whether it was imported before. */
  known: boolean;
  /** The rating of the scale that it names alone on a line; null if none. */
  suggests: string | null;
  /** Its other lines, if it names a rating; else null. */
  reasons: string | null;
}

/**
 * Plans the import of comments: one on the words of a claim, or an answer to the desk's own comment on it, is about that claim; others are about
 * their passage. The desk's own comments are left out.
 * @param imported keys of comments that were imported before
 */
export function planCommentImport(
  comments: readonly WordComment[],
  { text, claims, ratings }: Pick<ImportGround, "text" | "claims" | "ratings">,
  imported: ReadonlySet<string>,
): PlannedComment[] {
  const locate = claimLocator(text);
  const match = ratingMatcher(ratings);
  const threads = comments.map(({ row }) => rootOf(comments, row));
  const targets = new Map<number, CommentTarget>();
  for (const root of new Set(threads))
    targets.set(root, targetOf(comments[root] as WordComment, text, claims, locate));
  return comments.flatMap((comment, index): PlannedComment[] => {
    if (comment.ownClaim !== null || comment.text === "") return [];
    const { row, author, at, text: body } = comment;
    const commentKey = createHash("sha256")
      .update(JSON.stringify([author, at, body]))
      .digest("hex")
      .slice(0, 40);
    const thread = threads[index] as number;
    const target = targets.get(thread) as CommentTarget;
    const lines = body.split("\n");
    const keys = lines.map((line) => match({ key: null, label: line }));
    const rated = keys.findIndex((key) => key !== null);
    return [
      {
        row,
        author,
        at,
        text: body,
        commentKey,
        thread,
        target,
        known: imported.has(commentKey),
        suggests: keys[rated] ?? null,
        reasons: rated === -1 ? null : lines.toSpliced(rated, 1).join("\n").trim(),
      },
    ];
  });
}

/** The first comment of a thread; the file decides how long it is. */
function rootOf(comments: readonly WordComment[], row: number): number {
  let root = row;
  for (let steps = 0; steps < comments.length; steps++) {
    const parent = comments[root]?.parent;
    if (parent === null || parent === undefined || parent === root || !comments[parent]) return root;
    root = parent;
  }
  return root;
}

function targetOf(
  { ownClaim, quotes }: WordComment,
  text: string,
  claims: readonly ExistingClaim[],
  locate: ReturnType<typeof claimLocator>,
): CommentTarget {
  const own = claims.find(({ number }) => number === ownClaim);
  if (own) return { on: "claim", claimId: own.id, number: own.number };
  for (const quote of quotes) {
    const located = locate({ quote, position: null });
    if (located.kind !== "placed") continue;
    const { start, end } = located.range;
    const claim = innermost(claims, located.range);
    if (claim) return { on: "claim", claimId: claim.id, number: claim.number };
    return { on: "passage", start, end, exact: text.slice(start, end) };
  }
  return { on: "article", quote: quotes[0]?.exact ?? null };
}

/** The shortest claim that has all of a range, or that a range surrounds by a few characters only, as when a full stop is selected too. */
function innermost(claims: readonly ExistingClaim[], range: TextRange): ExistingClaim | undefined {
  return claims
    .filter(
      ({ start, end }) =>
        (start <= range.start && range.end <= end) ||
        (range.start <= start && end <= range.end && range.end - range.start - (end - start) <= 3),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
