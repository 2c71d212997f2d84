import { formatListNumber } from "../office/list-numbers";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { wordInteger, wordSwitch, wordValue } from "./docx-namespaces";

/** The label before an item of a list. */
export type ListSign =
  | { kind: "bullet" }
  /** A plain number, which our lists can show. */
  | { kind: "number"; number: number; label: string }
  /** Anything else, such as "a)", "1.1" or "Article 5"; empty if nothing shows. */
  | { kind: "label"; label: string };

interface Level {
  start: number;
  format: string;
  text: string;
  /** All levels in the label are shown as 1, 2, 3. */
  isLegal: boolean;
  /** The level (from 1) after which it starts again; 0: never; null: after any higher one. */
  restart: number | null;
}

interface List {
  /** Lists with the same key count on. */
  key: string;
  levels: ReadonlyMap<number, Level>;
  starts: ReadonlyMap<number, number>;
}

/** In UTF-16 units. */
const MAX_LABEL = 120;
const DEFAULT_LEVEL: Level = { start: 1, format: "decimal", text: "", isLegal: false, restart: null };

/** Counts the items of a document's lists. */
export class DocxLists {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  /**
   * @param root the tree of word/numbering.xml; null if the document has none
   * @param listOfStyle the list of a numbering style
   */
  constructor(root: XmlElement | null, listOfStyle: (styleId: string) => string | null) {
    const numbering = childOf(root, "w:numbering");
    for (const list of childrenOf(numbering, "w:abstractNum"))
      this.#abstract.set(list.attributes.get("w:abstractNumId") ?? "", list);
    const used = new Map<string, string>();
    const nums = childrenOf(numbering, "w:num");
    for (const num of nums)
      used.set(num.attributes.get("w:numId") ?? "", wordValue(num, "w:abstractNumId") ?? "");
    for (const num of nums) {
      const id = num.attributes.get("w:numId") ?? "";
      let key = used.get(id) ?? "";
      const linked = wordValue(this.#abstract.get(key), "w:numStyleLink");
      if (linked !== null) key = used.get(listOfStyle(linked) ?? "") ?? key;
      const levels = new Map<number, Level>();
      const starts = new Map<number, number>();
      for (const level of childrenOf(this.#abstract.get(key), "w:lvl"))
        levels.set(levelOf(level), readLevel(level));
      for (const override of childrenOf(num, "w:lvlOverride")) {
        const changed = childOf(override, "w:lvl");
        if (changed) levels.set(levelOf(override), readLevel(changed));
        const start = wordInteger(override, "w:startOverride");
        if (start !== null) starts.set(levelOf(override), start);
      }
      this.#lists.set(id, { key, levels, starts });
    }
  }

  /** Counts one more item. @param id the list @param level from 0 */
  next(id: string, level: number): ListSign {
    const list = this.#lists.get(id);
    if (!list) return { kind: "label", label: "" };
    const at = (position: number) => list.levels.get(position) ?? DEFAULT_LEVEL;
    const { format, text } = at(level);
    const counters = this.#counters.get(list.key) ?? [];
    this.#counters.set(list.key, counters);
    this.#applyStarts(id, list, counters);
    counters[level] = (counters[level] ?? at(level).start - 1) + 1;
    for (let higher = 0; higher < level; higher++) counters[higher] ??= at(higher).start;
    for (let deeper = level + 1; deeper < counters.length; deeper++) {
      const { restart } = at(deeper);
      if (restart === null || (restart > 0 && level < restart)) counters[deeper] = undefined;
    }
    if (format === "bullet") return text.trim() === "" ? { kind: "label", label: "" } : { kind: "bullet" };
    const value = counters[level] ?? 1;
    const label = text.replace(/%([1-9])/g, (_, digit: string) => {
      const position = Number(digit) - 1;
      const shown = at(level).isLegal ? "decimal" : at(position).format;
      const number = counters[position] ?? at(position).start;
      return formatListNumber(number, shown) ?? String(number);
    });
    return /^decimal(?:HalfWidth)?$/.test(format) && isPlain(text, level) && value >= 0
      ? { kind: "number", number: value, label: label.trim().slice(0, MAX_LABEL) }
      : { kind: "label", label: label.trim().slice(0, MAX_LABEL) };
  }

  /** The first item of a list with its own starts counts from them. */
  #applyStarts(id: string, { starts }: List, counters: (number | undefined)[]): void {
    if (this.#started.has(id)) return;
    this.#started.add(id);
    for (const [level, start] of starts) counters[level] = start - 1;
  }
}

/** Whether a label is only the level's own number, as in "1.", "1)" or "1". */
function isPlain(text: string, level: number): boolean {
  return new RegExp(`^\\s*%${level + 1}[.)]?\\s*$`).test(text);
}

function levelOf(element: XmlElement): number {
  return Number.parseInt(element.attributes.get("w:ilvl") ?? "0", 10) || 0;
}

function readLevel(level: XmlElement): Level {
  // Formats that older programs do not know are in an AlternateContent around them.
  const format =
    childOf(level, "w:numFmt") ??
    childOf(childOf(childOf(level, "mc:AlternateContent"), "mc:Fallback"), "w:numFmt");
  return {
    start: wordInteger(level, "w:start") ?? 0,
    format: format?.attributes.get("w:val") ?? "decimal",
    text: (wordValue(level, "w:lvlText") ?? "").slice(0, MAX_LABEL),
    isLegal: wordSwitch(level, "w:isLgl") ?? false,
    restart: wordInteger(level, "w:lvlRestart"),
  };
}
