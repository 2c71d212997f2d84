import { formatListNumber } from "../office/list-numbers";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { wordInteger, wordValue } from "./docx-namespaces";

type Kind = "footnote" | "endnote";

/** A note to which the text refers. */
export interface CitedNote {
  /** As in the text, without brackets. */
  label: string;
  content: XmlElement;
}

/** The footnotes and endnotes of a document, numbered as the text refers to them. */
export class DocxNotes {
  readonly #contents = new Map<string, XmlElement>();
  readonly #labels = new Map<string, string>();
  readonly #next: Record<Kind, number>;
  readonly #formats: Record<Kind, string>;
  /** Those that the text refers to, in that order. */
  readonly cited: CitedNote[] = [];

  /**
   * @param trees of word/footnotes.xml and word/endnotes.xml; null if the document has none
   * @param settings elements that can say how notes are numbered, most important first
   */
  constructor(trees: Record<Kind, XmlElement | null>, settings: readonly (XmlElement | null)[]) {
    for (const kind of ["footnote", "endnote"] as const)
      for (const note of childrenOf(childOf(trees[kind], `w:${kind}s`), `w:${kind}`)) {
        const type = note.attributes.get("w:type") ?? "normal";
        if (type === "normal") this.#contents.set(keyOf(kind, note.attributes.get("w:id") ?? ""), note);
      }
    const hasFootnotes = [...this.#contents.keys()].some((key) => key.startsWith("footnote"));
    const setting = <T>(kind: Kind, read: (properties: XmlElement | null) => T | null) => {
      for (const element of settings) {
        const value = read(childOf(element, `w:${kind}Pr`));
        if (value !== null) return value;
      }
      return null;
    };
    const formatOf = (kind: Kind) => setting(kind, (properties) => wordValue(properties, "w:numFmt"));
    const startOf = (kind: Kind) => setting(kind, (properties) => wordInteger(properties, "w:numStart")) ?? 1;
    this.#next = { footnote: startOf("footnote"), endnote: startOf("endnote") };
    this.#formats = {
      footnote: formatOf("footnote") ?? "decimal",
      // Two notes of one document must not have the same number.
      endnote: formatOf("endnote") ?? (hasFootnotes ? "lowerRoman" : "decimal"),
    };
  }

  /**
   * The number of the note that a reference refers to.
   * @param mark the author's own mark instead of a number
   * @returns null if there is no such note
   */
  cite(kind: Kind, id: string, mark: string | null): string | null {
    const key = keyOf(kind, id);
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    const content = this.#contents.get(key);
    if (!content) return mark;
    const label = mark ?? this.#number(kind);
    this.#labels.set(key, label);
    this.cited.push({ label, content });
    return label;
  }

  #number(kind: Kind): string {
    const number = this.#next[kind]++;
    return formatListNumber(number, this.#formats[kind]) ?? String(number);
  }
}

function keyOf(kind: Kind, id: string): string {
  return `${kind} ${id}`;
}
