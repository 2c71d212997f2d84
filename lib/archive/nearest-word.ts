/**
 * The word that was probably meant: the one with the fewest typing errors, of at most one in a short word and two in a longer one.
 * @param known words that exist, the most similar first, of which the first of equals wins
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const limit = [...word].length < 7 ? 1 : 2;
  const best = known
    .map((each) => ({ each, errors: typingErrors(word, each) }))
    .filter(({ errors }) => errors <= limit)
    .sort((one, other) => one.errors - other.errors)[0];
  return best?.each ?? null;
}

/** Letters that were left out, added, replaced, or swapped with the next (Damerau 1964, optimal string alignment). */
export function typingErrors(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = b.map((_, j) => j).concat(b.length);
  a.forEach((letter, i) => {
    const row = [i + 1];
    b.forEach((its, j) => {
      const isSwapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === its;
      row.push(
        Math.min(
          at(last, j + 1) + 1,
          at(row, j) + 1,
          at(last, j) + (letter === its ? 0 : 1),
          isSwapped ? at(before, j - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    });
    [before, last] = [last, row];
  });
  return at(last, b.length);
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
