import { listStart } from "@/lib/document/output-bounds";
import { isBlock, styleOf } from "./text-around";

type Numbering = "decimal" | "lower-alpha" | "upper-alpha" | "lower-roman" | "upper-roman";

const TYPES: Readonly<Record<string, Numbering>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
};

/**
 * Keeps the numbers of numbered lists. Our document counts upwards from a start; a list that counts otherwise (backwards, with gaps, in
 * letters) becomes paragraphs that begin with their numbers.
 */
export function tidyNumbers(body: Element): void {
  // Innermost first: an outer list may become paragraphs.
  for (const list of [...body.querySelectorAll("ol")].reverse()) {
    const items = [...list.children].filter(({ localName }) => localName === "li");
    const numbers = numbersOf(list, items);
    const type = numberingOf(list);
    const first = numbers[0] ?? 1;
    const counts = numbers.every((number, index) => number === first + index);
    if (type === "decimal" && counts && listStart(first) === first) {
      if (first === 1) list.removeAttribute("start");
      else list.setAttribute("start", String(first));
      continue;
    }
    spellOut(list, items, numbers, type);
  }
}

function numbersOf(list: Element, items: readonly Element[]): number[] {
  const step = list.hasAttribute("reversed") ? -1 : 1;
  let next = integerIn(list, "start") ?? (step === -1 ? items.length : 1);
  return items.map((item) => {
    const number = integerIn(item, "value") ?? next;
    next = number + step;
    return number;
  });
}

function integerIn(element: Element, name: string): number | null {
  const text = element.getAttribute(name)?.trim() ?? "";
  return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : null;
}

function numberingOf(list: Element): Numbering {
  const style = styleOf(list, "list-style-type") || styleOf(list, "list-style");
  const named = /\b(lower|upper)-(alpha|latin|roman)\b/.exec(style);
  if (named) return `${named[1]}-${named[2] === "roman" ? "roman" : "alpha"}` as Numbering;
  return TYPES[list.getAttribute("type") ?? ""] ?? "decimal";
}

/** Turns a list into blocks whose first line begins with the item's number. */
function spellOut(
  list: Element,
  items: readonly Element[],
  numbers: readonly number[],
  type: Numbering,
): void {
  const page = list.ownerDocument;
  items.forEach((item, index) => {
    const label = page.createTextNode(`${labelOf(numbers[index] ?? 0, type)}. `);
    const first = firstLineOf(item);
    if (first.firstChild?.nodeType === 3)
      (first.firstChild as Text).data = (first.firstChild as Text).data.trimStart();
    first.prepend(label);
    // An item without blocks of its own is one paragraph.
    const block = page.createElement([...item.children].some(isBlock) ? "div" : "p");
    block.append(...item.childNodes);
    item.replaceWith(block);
  });
  const blocks = page.createElement("div");
  blocks.append(...list.childNodes);
  list.replaceWith(blocks);
}

/** The innermost element in which an item's text begins. */
function firstLineOf(item: Element): Element {
  let line = item;
  for (;;) {
    const first = [...line.childNodes].find((node) => node.nodeType === 1 || node.textContent?.trim());
    if (
      first?.nodeType !== 1 ||
      !/^(?:p|div|h[1-6]|section|article|header)$/i.test((first as Element).localName)
    )
      return line;
    line = first as Element;
  }
}

function labelOf(number: number, type: Numbering): string {
  const text =
    number < 1 || type === "decimal" ? null : type.endsWith("alpha") ? lettersOf(number) : romanOf(number);
  if (text === null) return String(number).replace("-", "−");
  return type.startsWith("upper") ? text.toUpperCase() : text;
}

function lettersOf(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function romanOf(number: number): string | null {
  if (number > 3999) return null;
  let rest = number;
  let text = "";
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}
