import { isSymbolFont } from "../office/symbol-fonts";
import { codePageOf } from "./rtf-encodings";

/** How notes are numbered: the end of \ftnnar and \aftnnar. */
const NOTE_FORMATS: Readonly<Record<string, string>> = {
  ar: "decimal",
  alc: "lowerLetter",
  auc: "upperLetter",
  rlc: "lowerRoman",
  ruc: "upperRoman",
  chi: "chicago",
};

interface Font {
  name: string;
  codePage: number | null;
  isSymbol: boolean;
}

/** What a file says of itself before its text: encodings, fonts, styles, how notes are numbered. */
export class RtfDefinitions {
  defaultFont = 0;
  readonly notes = {
    footnote: { last: 0, format: "decimal" },
    endnote: { last: 0, format: "decimal" },
  };
  readonly #fonts = new Map<number, Font>();
  readonly #styles = new Map<number, string>();
  #codePage = 1252;
  /** The font or the style that is being defined; null for one that does not count. */
  #defined: number | null = 0;

  /** A group of the font table or the style sheet begins. */
  beginEntry(): void {
    this.#defined = 0;
  }

  /** A control word in the font table or the style sheet. */
  entryWord(kind: "fonts" | "styles", word: string, value: number | null): void {
    if (word === (kind === "fonts" ? "f" : "s")) this.#defined = value ?? 0;
    else if (kind === "styles" && /^(?:cs|ds|ts)$/.test(word)) this.#defined = null;
    else if (kind === "fonts" && this.#defined !== null) {
      const font = this.#font(this.#defined);
      if (word === "fcharset") {
        font.codePage = codePageOf(value ?? 0);
        font.isSymbol = value === 2;
      } else if (word === "cpg" && value) font.codePage = value;
    }
  }

  /** Text in the font table or the style sheet: names, each followed by ";". */
  entryText(kind: "fonts" | "styles", text: string): void {
    if (this.#defined === null) return;
    const [name = ""] = text.split(";");
    if (kind === "styles") this.#styles.set(this.#defined, (this.#styles.get(this.#defined) ?? "") + name);
    else this.#font(this.#defined).name += name;
  }

  /** A control word about the document. @returns false for other words */
  documentWord(word: string, value: number | null): boolean {
    switch (word) {
      case "ansicpg":
        this.#codePage = value ?? 1252;
        return true;
      case "mac":
      case "pc":
      case "pca":
        this.#codePage = { mac: 10000, pc: 437, pca: 850 }[word];
        return true;
      case "deff":
        this.defaultFont = value ?? 0;
        return true;
      case "ftnstart":
        this.notes.footnote.last = (value ?? 1) - 1;
        return true;
      case "aftnstart":
        this.notes.endnote.last = (value ?? 1) - 1;
        return true;
    }
    const [, after, name = ""] = /^(a?)ftnn([a-z]{2,3})$/.exec(word) ?? [];
    const format = NOTE_FORMATS[name];
    if (format) this.notes[after ? "endnote" : "footnote"].format = format;
    return format !== undefined;
  }

  /** The name of a paragraph style, in lower case. */
  styleName(style: number): string {
    return (this.#styles.get(style) ?? "").trim().toLowerCase();
  }

  codePage(font: number): number {
    return this.#fonts.get(font)?.codePage ?? this.#codePage;
  }

  /** The name of a font whose letters are symbols; null for others. */
  symbolFont(font: number): string | null {
    const known = this.#fonts.get(font);
    const name = known?.name.trim() ?? "";
    return known && (known.isSymbol || isSymbolFont(name)) ? name : null;
  }

  #font(number: number): Font {
    const font = this.#fonts.get(number) ?? { name: "", codePage: null, isSymbol: false };
    this.#fonts.set(number, font);
    return font;
  }
}
