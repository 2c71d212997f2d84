/** The arguments of one switch, and where they end. */
interface Arguments {
  parts: string[];
  end: number;
}

/** In UTF-16 units; longer code is no equation. */
const MAX_LENGTH = 5000;
/** Deepest nesting of an EQ field. */
const MAX_DEPTH = 30;

/**
 * The text of an EQ field of Word, with which older documents write fractions, roots and readings above characters.
 * @param code what follows "EQ", such as `\f(1,2)`; with "," or ";" between arguments
 */
export function equationFieldText(code: string): string {
  return textOf(code.slice(0, MAX_LENGTH), 0).replace(/\s+/g, " ").trim();
}

function textOf(code: string, depth: number): string {
  if (depth > MAX_DEPTH) return "";
  let text = "";
  let at = 0;
  while (at < code.length) {
    const [found = "", name = ""] = /^\\([a-z]+|\*|[^a-z])/i.exec(code.slice(at, at + 12)) ?? [];
    if (found === "") {
      text += code[at];
      at++;
      continue;
    }
    at += found.length;
    // "\*" starts an option of the field, such as \* jc2 or \* "Font:Arial".
    if (name === "*") {
      at += /^\s*(?:"[^"]{0,200}"|[^\s\\]{0,200})/.exec(code.slice(at, at + 210))?.[0].length ?? 0;
      continue;
    }
    if (/^[^a-z]$/i.test(name)) {
      text += name;
      continue;
    }
    const options = code.slice(at, at + optionsLength(code, at));
    const { parts, end } = argumentsAt(code, at + options.length);
    at = end;
    // A reading is shown above its base text, which comes last.
    const shown =
      /^o$/i.test(name) && parts.some((part) => /^\s*\\s\s*\\up/i.test(part)) ? parts.slice(-1) : parts;
    text += switchText(
      name.toLowerCase(),
      shown.map((part) => textOf(part, depth + 1)),
      options,
    );
  }
  return text;
}

/** Options between a switch and its arguments, such as \ad, \up 9 or \bc\{. */
function optionsLength(code: string, start: number): number {
  let at = start;
  for (;;) {
    const [option = ""] = /^\s*\\(?:[blr]c\\?.|[a-z]{2}\s*\d{0,5})/i.exec(code.slice(at, at + 20)) ?? [];
    if (option === "") return at - start;
    at += option.length;
  }
}

/** The content of the brackets that open at a position, split at its outer commas or semicolons. */
function argumentsAt(code: string, start: number): Arguments {
  let at = start;
  while (code[at] === " ") at++;
  if (code[at] !== "(") return { parts: [], end: start };
  const parts = [""];
  let depth = 1;
  for (at++; at < code.length; at++) {
    const character = code[at] as string;
    if (character === "\\" && /[(),;\\]/.test(code[at + 1] ?? "")) {
      parts[parts.length - 1] += character + code[at + 1];
      at++;
      continue;
    }
    if (character === "(") depth++;
    if (character === ")" && --depth === 0) return { parts, end: at + 1 };
    if ((character === "," || character === ";") && depth === 1) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return { parts, end: at };
}

function switchText(name: string, parts: readonly string[], options: string): string {
  const [first = "", second = ""] = parts.map((part) => part.trim());
  switch (name) {
    case "f":
      return `${bracketed(first)}⁄${bracketed(second)}`;
    case "r":
      return second === "" ? `√${bracketed(first)}` : `${first}√${bracketed(second)}`;
    case "b":
      return `(${first})`;
    case "s":
      return parts.length > 1 ? parts.join(" ") : shifted(first, options);
    case "i":
      return `∫${parts.map(bracketed).join(" ")}`;
    case "a":
    case "l":
      return parts.join(name === "l" ? "," : " ");
    default:
      return parts.join("");
  }
}

function bracketed(text: string): string {
  return /[\s+\-−·×/⁄]/.test(text) ? `(${text})` : text;
}

/** Raised or lowered text. */
function shifted(text: string, options: string): string {
  const up = /\\up/i.test(options);
  if (!up && !/\\do/i.test(options)) return text;
  const digits = up ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
  if (/^\d+$/.test(text)) return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return `${up ? "^" : "_"}(${text})`;
}
