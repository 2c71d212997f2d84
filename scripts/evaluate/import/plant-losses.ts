/** A kind of fault that an import can have. */
export const LOSSES = ["word", "figure", "digit"] as const;
export type Loss = (typeof LOSSES)[number];

/**
 * The text with one fault: a word or a figure left out, or a digit changed. The first and last words stay, because nothing says what
 * belongs before or after them.
 * @returns null if the text has too few words or figures
 */
export function plantLoss(text: string, loss: Loss, random: () => number): string | null {
  const pattern = loss === "word" ? /\p{L}+/gu : /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;
  const found = [...text.matchAll(pattern)].slice(8, -8);
  const chosen = found[Math.floor(random() * found.length)];
  if (!chosen) return null;
  const [word] = chosen;
  const rest = text.slice(chosen.index + word.length);
  if (loss !== "digit") return text.slice(0, chosen.index) + rest;
  const digit = (Number(word.at(-1)) + 1) % 10;
  return Number.isNaN(digit) ? null : text.slice(0, chosen.index) + word.slice(0, -1) + digit + rest;
}
