import { fractionOf, inScript, type Script } from "./script-characters";

/** Operators that are not seen. */
const INVISIBLE = /[\u2061-\u2064\u200b]/g;
/** Accents over a letter, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  "¯": "\u0304",
  "‾": "\u0304",
  "―": "\u0304",
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "˙": "\u0307",
  "¨": "\u0308",
  "→": "\u20d7",
};
const OPENING = /^[([{|‖⟨⌊⌈]/u;
const CLOSING = /[)\]}|‖⟩⌋⌉]$/u;
const ROOTS: Readonly<Record<string, string>> = { "3": "∛", "4": "∜" };

/** A formula in MathML as one line of text: "x²", "(a+b)⁄c", "√(x+1)", "½". Other forms of the same formula are ignored. */
export function linearMath(math: Element): string {
  const text = rowOf(childrenOf(math));
  return text.replace(/\s+/g, " ").trim();
}

function childrenOf(element: Element): Element[] {
  return [...element.children];
}

/** Elements one after another; two numbers do not become one. */
function rowOf(elements: readonly Element[]): string {
  let row = "";
  let last: Element | undefined;
  for (const element of elements) {
    const text = textOf(element);
    const touches = /\p{N}$/u.test(row) && /^[\p{Nd}½⅓⅔¼¾⅕-⅞⁰¹²³⁴-⁹]/u.test(text);
    const isMixed = element.localName === "mfrac" && /^[½⅓⅔¼¾⅕-⅞]$/u.test(text);
    const isDigits = last?.localName === "mn" && element.localName === "mn";
    row += touches && !isMixed && (isDigits || element.localName === "mfrac") ? ` ${text}` : text;
    last = element;
  }
  return row;
}

function textOf(element: Element): string {
  const parts = childrenOf(element);
  switch (element.localName) {
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
    case "ms":
      return tokenOf(element);
    case "mspace":
      return " ";
    case "mphantom":
    case "annotation":
    case "annotation-xml":
    case "mprescripts":
    case "none":
      return "";
    case "semantics":
    case "maction":
      return parts[0] ? textOf(parts[0]) : "";
    case "mfrac":
      return fraction(element, parts);
    case "msqrt":
      return `√${wrapped(rowOf(parts))}`;
    case "mroot":
      return root(parts);
    case "msup":
      return base(parts[0]) + script(parts[1], "superscript");
    case "msub":
      return base(parts[0]) + script(parts[1], "subscript");
    case "msubsup":
    case "munderover":
      return base(parts[0]) + script(parts[1], "subscript") + script(parts[2], "superscript");
    case "munder":
      return base(parts[0]) + script(parts[1], "subscript");
    case "mover":
      return over(parts);
    case "mmultiscripts":
      return multiscripts(parts);
    case "mfenced":
      return fenced(element, parts);
    case "mtable":
      return parts.map(textOf).join("; ");
    case "mtr":
    case "mlabeledtr":
      return parts.map(textOf).join(", ");
    default:
      return parts.length > 0 ? rowOf(parts) : tokenOf(element);
  }
}

/** The characters of a number, a name or an operator; raised ones inside, as pages write them, included. */
function tokenOf(element: Element): string {
  const text = (element.textContent ?? "").replace(INVISIBLE, "").replace(/\s+/g, " ");
  return element.localName === "mtext" ? text : text.trim();
}

/** Whether a text needs no brackets: one number or name, or one pair of brackets around it all. */
function isSingle(text: string): boolean {
  if (/^[\p{L}\p{M}\p{N}.,′∞]*$/u.test(text)) return true;
  if (!/^\(.*\)$/s.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0) return false;
  }
  return true;
}

function inBrackets(text: string): string {
  return isSingle(text) ? text : `(${text})`;
}

/** The text under a root, whose end must be seen. */
function wrapped(text: string): string {
  return /^\(.*\)$/s.test(text) && isSingle(text) ? text : `(${text})`;
}

function base(element: Element | undefined): string {
  if (!element) return "";
  const text = textOf(element).trim();
  const isFenced = OPENING.test(text) && CLOSING.test(text);
  return isFenced || /^[∑∏∫∮⋃⋂⋁⋀]+$/u.test(text) || /^[^\s\p{L}\p{N}]$/u.test(text) ? text : inBrackets(text);
}

function script(element: Element | undefined, kind: Script): string {
  const text = element ? textOf(element).trim() : "";
  if (text === "") return "";
  if (/^[′″‴*†'°]+$/u.test(text)) return text;
  return inScript(text, kind) ?? (kind === "superscript" ? "^" : "_") + inBrackets(text);
}

function fraction(element: Element, [above, below]: readonly Element[]): string {
  const [top, bottom] = [above, below].map((part) => (part ? textOf(part).trim() : ""));
  if (!top || !bottom) return (top ?? "") + (bottom ?? "");
  // A fraction without its line is a binomial or a stack.
  if (/^0/.test(element.getAttribute("linethickness") ?? "")) return `${top}, ${bottom}`;
  if (/^\d{1,4}$/.test(top) && /^\d{1,4}$/.test(bottom)) return fractionOf(top, bottom);
  return `${inBrackets(top)}⁄${inBrackets(bottom)}`;
}

function root([radicand, index]: readonly Element[]): string {
  const degree = index ? textOf(index).trim() : "";
  const sign = ROOTS[degree] ?? `${inScript(degree, "superscript") ?? `(${degree})`}√`;
  return sign + wrapped(radicand ? textOf(radicand) : "");
}

function over([below, above]: readonly Element[]): string {
  const text = below ? textOf(below) : "";
  const sign = above ? textOf(above).trim() : "";
  const accent = ACCENTS[sign];
  if (accent && [...text].length === 1) return `${text}${accent}`.normalize("NFC");
  if (/^[⏞⏟︷︸_¯‾]?$/u.test(sign)) return text;
  return base(below) + script(above, "superscript");
}

function multiscripts(parts: readonly Element[]): string {
  const at = parts.findIndex(({ localName }) => localName === "mprescripts");
  const after = parts.slice(1, at < 0 ? undefined : at);
  const before = at < 0 ? [] : parts.slice(at + 1);
  const pairs = (list: readonly Element[]) =>
    list.map((each, index) => script(each, index % 2 === 0 ? "subscript" : "superscript")).join("");
  return pairs(before) + base(parts[0]) + pairs(after);
}

function fenced(element: Element, parts: readonly Element[]): string {
  const separators = [...(element.getAttribute("separators") ?? ",")].filter((sign) => sign.trim());
  const inside = parts
    .map(
      (part, index) =>
        textOf(part) + (parts[index + 1] ? (separators[index] ?? separators.at(-1) ?? "") : ""),
    )
    .join("");
  return `${element.getAttribute("open") ?? "("}${inside}${element.getAttribute("close") ?? ")"}`;
}
