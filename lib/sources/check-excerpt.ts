import { type ComparedPart, compareTexts } from "@/lib/anchoring/compare-texts";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import { findInText, foldText } from "@/lib/document/find-in-text";

/**
 * Whether an excerpt stands in the text of its source.
 * `found`: it does, but for capitals, accents, kinds of quotation marks and white space. `differs`: something much like it does.
 */
export type ExcerptCheck =
  | { kind: "found"; start: number; end: number }
  | {
      kind: "differs";
      start: number;
      end: number;
      /** 0 to 1. */
      score: number;
      parts: ComparedPart[];
      /** What the text says there. */
      wording: string;
    }
  | { kind: "missing" };

/** What an editor leaves out of a quotation, and what stands for it. */
const ELLIPSIS = / ?(?:\[ ?(?:…|\.\.\.) ?\]|\( ?(?:…|\.\.\.) ?\)|…|\.\.\.) ?/;
/** What may stand around a quotation and is no part of it. */
const AROUND = /[\s"“”„«»']/;

/**
 * Looks for an excerpt in the text of its source. Parts that are joined by an ellipsis have to stand there in their order.
 * @returns places as UTF-16 offsets into the text
 */
export function checkExcerpt(text: string, excerpt: string): ExcerptCheck {
  const folded = foldText(text);
  const parts = unquoted(excerpt).replace(/\s+/g, " ").split(ELLIPSIS).filter(Boolean);
  if (parts.length === 0) return { kind: "missing" };
  let start = -1;
  let end = 0;
  const inOrder = parts.every((part) => {
    const place = findInText(folded, part).find((each) => each.start >= end);
    if (!place) return false;
    if (start === -1) start = place.start;
    end = place.end;
    return true;
  });
  if (inOrder) return { kind: "found", start, end };
  const whole = parts.join(" ");
  const [nearest] = findCandidates(text, whole, 1);
  if (!nearest) return { kind: "missing" };
  const place = { ...nearest, ...widened(text, nearest, whole) };
  const there = text.slice(place.start, place.end).replaceAll("\n", " ");
  return { kind: "differs", ...place, parts: wordsCompared(whole, there), wording: there };
}

/** Sign by sign from both ends: a pattern for the end would be tried anew at each sign of a long row of them. */
function unquoted(excerpt: string): string {
  let start = 0;
  let end = excerpt.length;
  while (start < end && AROUND.test(excerpt[start] as string)) start += 1;
  while (start < end && AROUND.test(excerpt[end - 1] as string)) end -= 1;
  return excerpt.slice(start, end);
}

/** A place with as many words as the excerpt has: one that differs at its edge is shown with what stands there instead. */
function widened(text: string, { start, end }: { start: number; end: number }, excerpt: string) {
  const wanted = excerpt.match(/\S+/g) ?? [];
  const found = text.slice(start, end).match(/\S+/g) ?? [];
  const lacking = Math.max(0, wanted.length - found.length);
  if (wanted.at(-1) !== found.at(-1))
    return {
      start,
      end: end + (new RegExp(`^\\S*(?:[^\\S\\n]+\\S+){0,${lacking}}`).exec(text.slice(end))?.[0].length ?? 0),
    };
  if (wanted[0] !== found[0])
    return {
      start:
        start -
        (new RegExp(`(?:\\S+[^\\S\\n]+){0,${lacking}}\\S*$`).exec(
          text.slice(Math.max(0, start - 500), start),
        )?.[0].length ?? 0),
      end,
    };
  return { start, end };
}

/** What the excerpt says that the source does not is `removed`; what the source says that the excerpt does not is `added`. */
function wordsCompared(excerpt: string, there: string): ComparedPart[] {
  return compareTexts(excerpt, there).flatMap((block): ComparedPart[] =>
    block.kind === "changed" ? block.parts : [block],
  );
}
