import { formatListNumber } from "../office/list-numbers";
import type { XmlElement } from "../office/xml-tree";
import type { ListLevel } from "./odt-styles";

/** The numbers reached in a list, by level from 1. */
export type Counters = (number | undefined)[];

/** Remembers the lists of a document, which later ones can continue. */
export class OdtLists {
  readonly #byId = new Map<string, Counters>();
  readonly #byStyle = new Map<string, Counters>();

  /** The counters of a list at the outermost level. @param style its list style */
  open(list: XmlElement, style: string): Counters {
    const continued = list.attributes.get("text:continue-list");
    const known =
      (continued ? this.#byId.get(continued) : undefined) ??
      (list.attributes.get("text:continue-numbering") === "true" ? this.#byStyle.get(style) : undefined) ??
      [];
    this.#byStyle.set(style, known);
    const id = list.attributes.get("xml:id");
    if (id) this.#byId.set(id, known);
    return known;
  }
}

/**
 * Counts one more item.
 * @param counters changed
 * @param start a number that the item starts from
 * @param levelAt the signs of the levels
 * @returns its number, and how it is shown
 */
export function nextNumber(
  counters: Counters,
  level: number,
  start: number | null,
  levelAt: (level: number) => ListLevel | null,
): { number: number; label: string; isPlain: boolean } {
  const own = levelAt(level);
  const number = start ?? (counters[level] ?? (own?.start ?? 1) - 1) + 1;
  counters[level] = number;
  counters.length = level + 1;
  if (!own || own.format === "none")
    return { number, label: own ? (own.prefix + own.suffix).trim() : "", isPlain: false };
  const shown = Math.min(own.shownLevels, level);
  const numbers = Array.from({ length: shown }, (_, index) => level - shown + 1 + index).flatMap((each) => {
    const format = levelAt(each);
    if (!format || format.isBullet || format.format === "none") return [];
    const value = each === level ? number : (counters[each] ?? format.start);
    return [formatListNumber(value, format.format) ?? String(value)];
  });
  const isPlain =
    own.format === "decimal" && shown === 1 && own.prefix.trim() === "" && /^[.)]?$/.test(own.suffix.trim());
  return {
    number,
    label: `${own.prefix}${numbers.join(".")}${own.suffix}`.trim(),
    isPlain: isPlain && number >= 0,
  };
}
