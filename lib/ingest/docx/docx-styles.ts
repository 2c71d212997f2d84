import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { wordInteger, wordSwitch, wordValue } from "./docx-namespaces";

/** What a run's properties say, in the run itself or in a style. Undefined: nothing. */
interface RunProperties {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  strike?: boolean | undefined;
  underline?: boolean | undefined;
  hidden?: boolean | undefined;
  raised?: "sup" | "sub" | null | undefined;
  font?: string | undefined;
}

/** A run's format, with its styles. */
export interface RunFormat {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  underline: boolean;
  hidden: boolean;
  raised: "sup" | "sub" | null;
  font: string | null;
}

/** A paragraph's format, with its styles. */
export interface ParagraphFormat {
  tag: "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6";
  isTitle: boolean;
  isQuote: boolean;
  isRightToLeft: boolean;
  /** Its list, and its level in it from 0; null outside lists. */
  list: { id: string; level: number } | null;
  run: RunProperties;
}

interface Style {
  name: string;
  basedOn: string | null;
  isDefault: boolean;
  type: string;
  paragraph: XmlElement | null;
  run: XmlElement | null;
}

/** Longest chain of styles based on each other. */
const MAX_CHAIN = 20;
/** In half-points: text raised or lowered by less stays on the line. */
const MIN_RAISE = 4;

/** The styles of a document, by id. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  readonly #defaultParagraph: string | null;
  readonly #runs = new Map<string, RunProperties>();

  /** @param root the tree of word/styles.xml; null if the document has none */
  constructor(root: XmlElement | null) {
    for (const style of childrenOf(childOf(root, "w:styles"), "w:style"))
      this.#styles.set(style.attributes.get("w:styleId") ?? "", {
        name: wordValue(style, "w:name") ?? "",
        basedOn: wordValue(style, "w:basedOn"),
        isDefault: /^(?:1|true|on)$/.test(style.attributes.get("w:default") ?? ""),
        type: style.attributes.get("w:type") ?? "",
        paragraph: childOf(style, "w:pPr"),
        run: childOf(style, "w:rPr"),
      });
    this.#defaultParagraph =
      [...this.#styles].find(([, { type, isDefault }]) => type === "paragraph" && isDefault)?.[0] ?? null;
  }

  /** The id of the list of a numbering style; null if it has none. */
  listOf(styleId: string): string | null {
    return this.#first(styleId, ({ paragraph }) => wordValue(childOf(paragraph, "w:numPr"), "w:numId"));
  }

  /** @param properties the paragraph's w:pPr */
  paragraph(properties: XmlElement | null): ParagraphFormat {
    const styleId = wordValue(properties, "w:pStyle") ?? this.#defaultParagraph ?? "";
    const names = this.#chain(styleId).map(({ name }) => name);
    if (!this.#styles.has(styleId)) names.push(styleId);
    const isTitle = names.some((name) => /^(?:title|titel|titre|título|titolo)$/i.test(name));
    const level =
      wordInteger(properties, "w:outlineLvl") ??
      this.#first(styleId, ({ paragraph }) => wordInteger(paragraph, "w:outlineLvl")) ??
      namedLevel(names);
    return {
      tag: isTitle
        ? "h1"
        : level !== null && level >= 0 && level < 9
          ? (`h${Math.min(level + 1, 6)}` as "h1")
          : "p",
      isTitle,
      isQuote: names.some((name) => /^(?:intense ?quote|quote|quotations?|block ?text)$/i.test(name)),
      isRightToLeft:
        wordSwitch(properties, "w:bidi") ??
        this.#first(styleId, ({ paragraph }) => wordSwitch(paragraph, "w:bidi") ?? null) ??
        false,
      list: this.#listIn(properties, styleId),
      run: this.#runOf(styleId),
    };
  }

  /** @param properties the run's w:rPr @param around the properties of its paragraph's style */
  run(properties: XmlElement | null, around: RunProperties): RunFormat {
    const own = readRun(properties);
    const style = this.#runOf(wordValue(properties, "w:rStyle") ?? "");
    return {
      // Bold and italic headings are headings, not emphasis.
      bold: own.bold ?? style.bold ?? false,
      italic: own.italic ?? style.italic ?? false,
      underline: own.underline ?? style.underline ?? false,
      strike: own.strike ?? toggled(style.strike, around.strike),
      hidden: own.hidden ?? toggled(style.hidden, around.hidden),
      // Null puts text back on the line.
      raised: [own.raised, style.raised, around.raised].find((value) => value !== undefined) ?? null,
      font: own.font ?? style.font ?? around.font ?? null,
    };
  }

  #listIn(properties: XmlElement | null, styleId: string): ParagraphFormat["list"] {
    const own = childOf(properties, "w:numPr");
    const id =
      wordValue(own, "w:numId") ??
      this.#first(styleId, ({ paragraph }) => wordValue(childOf(paragraph, "w:numPr"), "w:numId"));
    if (id === null || id === "0") return null;
    const level =
      wordInteger(own, "w:ilvl") ??
      this.#first(styleId, ({ paragraph }) => wordInteger(childOf(paragraph, "w:numPr"), "w:ilvl")) ??
      0;
    return { id, level: Math.min(Math.max(level, 0), 8) };
  }

  #runOf(styleId: string): RunProperties {
    const known = this.#runs.get(styleId);
    if (known) return known;
    const properties: RunProperties = {};
    for (const { run } of this.#chain(styleId).reverse())
      for (const [name, value] of Object.entries(readRun(run)))
        if (value !== undefined) Object.assign(properties, { [name]: value });
    this.#runs.set(styleId, properties);
    return properties;
  }

  /** A style and those that it is based on. */
  #chain(styleId: string): Style[] {
    const chain: Style[] = [];
    let style = this.#styles.get(styleId);
    while (style && chain.length < MAX_CHAIN && !chain.includes(style)) {
      chain.push(style);
      style = style.basedOn === null ? undefined : this.#styles.get(style.basedOn);
    }
    return chain;
  }

  #first<T>(styleId: string, read: (style: Style) => T | null): T | null {
    for (const style of this.#chain(styleId)) {
      const value = read(style);
      if (value !== null) return value;
    }
    return null;
  }
}

/** A property that a character style and a paragraph style both switch on is off. */
function toggled(character: boolean | undefined, paragraph: boolean | undefined): boolean {
  return (character ?? false) !== (paragraph ?? false);
}

function namedLevel(names: readonly string[]): number | null {
  for (const name of names) {
    const level = /^(?:heading|überschrift|berschrift|titre|título|titolo|kop|rubrik) ?([1-9])$/i.exec(
      name,
    )?.[1];
    if (level) return Number(level) - 1;
  }
  return null;
}

function readRun(properties: XmlElement | null): RunProperties {
  if (!properties) return {};
  const fonts = childOf(properties, "w:rFonts");
  return {
    bold: wordSwitch(properties, "w:b"),
    italic: wordSwitch(properties, "w:i"),
    underline: wordSwitch(properties, "w:u"),
    strike: wordSwitch(properties, "w:strike") ?? wordSwitch(properties, "w:dstrike"),
    hidden:
      wordSwitch(properties, "w:vanish") ||
      wordSwitch(properties, "w:webHidden") ||
      wordSwitch(properties, "w:specVanish") ||
      wordSwitch(properties, "w:vanish"),
    raised: raisedIn(properties),
    font: fonts?.attributes.get("w:ascii") ?? fonts?.attributes.get("w:hAnsi"),
  };
}

function raisedIn(properties: XmlElement): "sup" | "sub" | null | undefined {
  const aligned = wordValue(properties, "w:vertAlign");
  if (aligned !== null) return aligned === "superscript" ? "sup" : aligned === "subscript" ? "sub" : null;
  const position = wordInteger(properties, "w:position");
  if (position === null) return undefined;
  return position >= MIN_RAISE ? "sup" : position <= -MIN_RAISE ? "sub" : null;
}
