import { childOf, childrenOf, descendantsOf, type XmlElement } from "../office/xml-tree";

/** How text looks; undefined where a style does not say. */
export interface TextFormat {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  strike?: boolean | undefined;
  hidden?: boolean | undefined;
  raised?: "sup" | "sub" | null | undefined;
  font?: string | undefined;
}

interface Style {
  name: string;
  parent: string | null;
  text: TextFormat;
  isRightToLeft: boolean | undefined;
  list: string | null;
  outlineLevel: number | null;
}

/** The sign of one level of a list style. */
export interface ListLevel {
  isBullet: boolean;
  /** As OOXML names it; "none" shows no number. */
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows. */
  shownLevels: number;
}

const MAX_CHAIN = 20;
/** In UTF-16 units: text before or after a number. */
const MAX_AFFIX = 60;
const FORMATS: Record<string, string> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "": "none",
  "一, 二, 三, ...": "chineseCounting",
  "１, ２, ３, ...": "decimalFullWidth",
  "①, ②, ③, ...": "decimalEnclosedCircle",
  "٠, ١, ٢, ٣, ...": "arabicDigits",
  "١, ٢, ٣, ٤, ...": "arabicDigits",
  "أ, ب, ت, ...": "arabicAlpha",
  "א, י, ק, ...": "hebrew1",
  "1st": "ordinal",
};

/** The styles of an ODT file. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  /** The numbers of headings, by level from 1. */
  readonly outline: ReadonlyMap<number, ListLevel>;

  /** @param roots of content.xml and styles.xml, the more important first */
  constructor(roots: readonly (XmlElement | null)[]) {
    const holders = roots.flatMap((root) => descendantsOf(root, "office:automatic-styles", "office:styles"));
    for (const holder of holders) {
      for (const style of childrenOf(holder, "style:style")) this.#add(style);
      for (const list of childrenOf(holder, "text:list-style")) {
        const name = list.attributes.get("style:name") ?? "";
        if (!this.#lists.has(name)) this.#lists.set(name, levelsOf(list));
      }
    }
    const outline = holders.flatMap((holder) => childrenOf(holder, "text:outline-style"))[0];
    this.outline = outline ? levelsOf(outline) : new Map();
  }

  /** The format of a style of text or of a paragraph. */
  text(family: "text" | "paragraph", name: string | undefined): TextFormat {
    return Object.assign(
      {},
      ...this.#chain(family, name)
        .reverse()
        .map(({ text }) => text),
    ) as TextFormat;
  }

  /** What a paragraph's style says of the paragraph. */
  paragraph(name: string | undefined): {
    isTitle: boolean;
    isQuote: boolean;
    isRightToLeft: boolean;
    list: string | null;
    outlineLevel: number | null;
  } {
    const chain = this.#chain("paragraph", name);
    const names = chain.flatMap((style) => [style.name, style.parent]).concat(name ?? null);
    return {
      isTitle: names.includes("Title"),
      isQuote: names.some((each) => /^(?:Quotations|Quote|Intense_20_Quote)$/.test(each ?? "")),
      isRightToLeft: chain.find((style) => style.isRightToLeft !== undefined)?.isRightToLeft ?? false,
      list: chain.find((style) => style.list !== null)?.list || null,
      outlineLevel: chain.find((style) => style.outlineLevel !== null)?.outlineLevel ?? null,
    };
  }

  /** A level of a list style, from 1; null if it is not known. */
  level(list: string, level: number): ListLevel | null {
    return this.#lists.get(list)?.get(level) ?? null;
  }

  #add(style: XmlElement): void {
    const family = style.attributes.get("style:family") ?? "";
    const name = style.attributes.get("style:name") ?? "";
    const key = `${family} ${name}`;
    if (this.#styles.has(key)) return;
    const mode = childOf(style, "style:paragraph-properties")?.attributes.get("style:writing-mode");
    this.#styles.set(key, {
      name,
      parent: style.attributes.get("style:parent-style-name") ?? null,
      text: formatOf(childOf(style, "style:text-properties")),
      isRightToLeft: mode === undefined || mode === "page" ? undefined : mode.startsWith("rl"),
      list: style.attributes.get("style:list-style-name") ?? null,
      outlineLevel: Number.parseInt(style.attributes.get("style:default-outline-level") ?? "", 10) || null,
    });
  }

  #chain(family: string, name: string | undefined): Style[] {
    const chain: Style[] = [];
    let style = this.#styles.get(`${family} ${name}`);
    while (style && chain.length < MAX_CHAIN) {
      chain.push(style);
      style = style.parent === null ? undefined : this.#styles.get(`${family} ${style.parent}`);
    }
    return chain;
  }
}

function formatOf(properties: XmlElement | null): TextFormat {
  const value = (name: string) => properties?.attributes.get(name);
  const format: TextFormat = {
    bold: heavy(value("fo:font-weight")),
    italic: value("fo:font-style") && value("fo:font-style") !== "normal",
    underline: value("style:text-underline-style") && value("style:text-underline-style") !== "none",
    strike: value("style:text-line-through-style") && value("style:text-line-through-style") !== "none",
    hidden: value("text:display") && value("text:display") === "none",
    raised: raisedAs(value("style:text-position")),
    font: value("style:font-name") ?? value("fo:font-family"),
  } as TextFormat;
  return Object.fromEntries(Object.entries(format).filter(([, each]) => each !== undefined));
}

function heavy(weight: string | undefined): boolean | undefined {
  return weight === undefined ? undefined : weight === "bold" || Number(weight) >= 600;
}

/** "super 58%", "-33% 58%" or "0% 100%". */
function raisedAs(position: string | undefined): TextFormat["raised"] {
  if (position === undefined) return undefined;
  if (position.startsWith("super")) return "sup";
  if (position.startsWith("sub")) return "sub";
  const percent = Number.parseFloat(position);
  return percent > 0 ? "sup" : percent < 0 ? "sub" : null;
}

function levelsOf(list: XmlElement): ReadonlyMap<number, ListLevel> {
  return new Map(
    childrenOf(list)
      .filter(({ attributes }) => attributes.has("text:level"))
      .map(({ name, attributes }) => [
        Number(attributes.get("text:level")),
        {
          isBullet: /-(?:bullet|image)$/.test(name),
          format: FORMATS[attributes.get("style:num-format") ?? ""] ?? "decimal",
          prefix: (attributes.get("style:num-prefix") ?? "").slice(0, MAX_AFFIX),
          suffix: (attributes.get("style:num-suffix") ?? "").slice(0, MAX_AFFIX),
          start: Number.parseInt(attributes.get("text:start-value") ?? "1", 10) || 0,
          shownLevels: Number.parseInt(attributes.get("text:display-levels") ?? "1", 10) || 1,
        },
      ]),
  );
}
