import type { Line } from "./line";

/** One or two large letters, a quotation mark before them. */
const INITIAL = /^["'“”„«»‘’‚(¿¡—–-]{0,2}\s?[\p{Lu}\p{Lt}\p{Lo}]['’]?\p{L}?\.?$|^["“„«‘]$/u;
/** Of the size of the text beside it. */
const LEAST_SIZE = 1.55;

/**
 * Joins initials over several lines with the line that they begin, wherever the file draws them. The lines beside one count as beginning
 * where it does, so that they do not count as indented paragraphs.
 * @param lines of one page and frame, in the order of the file
 * @param occurrences how often a word is in the document, to distinguish "A" before a word from the "A" of a word
 */
export function joinDropCaps(lines: readonly Line[], occurrences: (word: string) => number): Line[] {
  const initials = lines
    .filter((line) => line.text.length <= 5 && INITIAL.test(line.text))
    .slice(0, MAX_INITIALS);
  const changed = new Map<Line, Line | null>();
  // From the right: a quotation mark can be an initial of its own before another.
  for (const initial of initials.sort((a, b) => b.x - a.x)) {
    const beside = lines
      .map((line) => [line, changed.get(line) ?? line] as const)
      .filter(([line, now]) => line !== initial && changed.get(line) !== null && isBeside(initial, now));
    const top = beside.reduce<(typeof beside)[number] | null>(
      (highest, each) => (highest === null || each[1].y > highest[1].y ? each : highest),
      null,
    );
    if (!top) continue;
    changed.set(initial, null);
    for (const [line, now] of beside)
      changed.set(line, {
        ...now,
        x: Math.min(now.x, initial.x),
        right: Math.max(now.right, initial.right),
        text: line === top[0] ? joined(initial.text, now.text, occurrences) : now.text,
      });
  }
  return lines.flatMap((line) => {
    const now = changed.get(line);
    return now === null ? [] : [now ?? line];
  });
}

/** More initials on a page are something else. */
const MAX_INITIALS = 20;

/** Whether a line is next to an initial, at its height. */
function isBeside(initial: Line, line: Line): boolean {
  if (initial.size < LEAST_SIZE * line.size) return false;
  const gap = line.rightToLeft ? initial.x - line.right : line.x - initial.right;
  return (
    gap >= -0.35 * initial.size &&
    gap <= 1.3 * line.size &&
    line.y >= initial.y - 0.3 * initial.size &&
    line.y <= initial.y + 0.95 * initial.size
  );
}

/** Words of one letter, in the languages written in Latin letters. */
const ONE_LETTER_WORD = /^["“„«‘¿¡]?[AIOEYUÀÉÈÓÚVWZKS]$/u;

function joined(initial: string, text: string, occurrences: (word: string) => number): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? "";
  if (word === "" && !/^['’-]/.test(text)) return `${initial} ${text}`;
  if (!ONE_LETTER_WORD.test(initial)) return initial + text;
  const letter = initial.at(-1) ?? "";
  // Once is in this very line.
  return word.length > 1 && occurrences(letter + word) === 0 && occurrences(word) > 1
    ? `${initial} ${text}`
    : initial + text;
}
