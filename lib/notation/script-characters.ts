/** Whether characters are raised or lowered. */
export type Script = "superscript" | "subscript";

const SIGNS = "0123456789+−=()";
const FORMS: Record<Script, ReadonlyMap<string, string>> = {
  superscript: formsOf(`${SIGNS}n/`, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁄"),
  subscript: formsOf(SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
};

function formsOf(from: string, to: string): ReadonlyMap<string, string> {
  const forms = new Map([...from].map((character, index) => [character, [...to][index] as string]));
  // The digits of other scripts have no raised forms of their own.
  for (const zero of "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐０")
    for (let digit = 0; digit < 10; digit++)
      forms.set(String.fromCodePoint((zero.codePointAt(0) as number) + digit), [...to][digit] as string);
  const minus = forms.get("−") as string;
  // A minus sign, as people type it.
  for (const dash of "-‐‑‒–﹣－") forms.set(dash, minus);
  return forms;
}

/** A piece of raised or lowered text: its characters say so themselves, or it needs a mark. */
export interface ScriptPiece {
  text: string;
  needsMark: boolean;
}

/**
 * Replaces the digits and signs of a raised or lowered text by Unicode characters ("−9 m" → "⁻⁹" and " m").
 * @returns the text in pieces; letters and other characters, which mostly have no such form, need a mark
 */
export function scriptPieces(text: string, script: Script): ScriptPiece[] {
  const forms = FORMS[script];
  const pieces: ScriptPiece[] = [];
  const characters = [...text];
  characters.forEach((character, index) => {
    // The "n" of "nd" is a letter of a word; alone it is a number.
    const inWord =
      character === "n" && /\p{L}/u.test((characters[index - 1] ?? "") + (characters[index + 1] ?? ""));
    // A space between two pieces belongs to the one before.
    const form = inWord ? undefined : forms.get(character);
    const needsMark = form === undefined && !/\s/.test(character);
    const last = pieces.at(-1);
    if (last && (last.needsMark === needsMark || /\s/.test(character))) last.text += form ?? character;
    else pieces.push({ text: form ?? character, needsMark });
  });
  return pieces;
}

/** A text in raised or lowered characters, or null if one of them has no such form. */
export function inScript(text: string, script: Script): string | null {
  const pieces = scriptPieces(text, script);
  return pieces.some(({ needsMark, text: piece }) => needsMark || /\s/.test(piece))
    ? null
    : pieces.map((piece) => piece.text).join("");
}

const VULGAR: Readonly<Record<string, string>> = {
  "1/2": "½",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/4": "¼",
  "3/4": "¾",
  "1/5": "⅕",
  "2/5": "⅖",
  "3/5": "⅗",
  "4/5": "⅘",
  "1/6": "⅙",
  "5/6": "⅚",
  "1/7": "⅐",
  "1/8": "⅛",
  "3/8": "⅜",
  "5/8": "⅝",
  "7/8": "⅞",
  "1/9": "⅑",
  "1/10": "⅒",
  "0/3": "↉",
};

/** The characters of a fraction of whole numbers: "1", "2" → "½"; "3", "7" → "³⁄₇". */
export function fractionOf(numerator: string, denominator: string): string {
  return (
    VULGAR[`${numerator}/${denominator}`] ??
    `${inScript(numerator, "superscript")}⁄${inScript(denominator, "subscript")}`
  );
}
