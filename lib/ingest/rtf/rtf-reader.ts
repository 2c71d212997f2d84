import { fieldText, linkOf } from "../docx/docx-fields";
import { mathMarkup } from "../docx/docx-math";
import { type OfficeBlock, withLabel } from "../office/block-markup";
import { escapeHtml } from "../office/inline-markup";
import { formatListNumber } from "../office/list-numbers";
import type { OfficeReport } from "../office/office-report";
import { TooLarge } from "../office/too-large";
import type { XmlElement } from "../office/xml-tree";
import { RtfDefinitions } from "./rtf-definitions";
import { decodeCodePage } from "./rtf-encodings";
import { applyForm, formElement, type RtfForm } from "./rtf-form";
import { addMathText, mathElement } from "./rtf-math";
import { applyFormat, applyParagraph, isLeftOut, plainState, type RtfState } from "./rtf-state";
import { RtfText } from "./rtf-text";
import type { RtfToken } from "./rtf-tokens";
import { CHARACTERS, SHOWN_OPTIONAL, SKIPPED, SYMBOLS } from "./rtf-words";

/** More than any document has. */
const MAX_DEPTH = 2000;
/** Reads the pieces of an RTF file one after another. */
export class RtfReader {
  readonly notes: OfficeBlock[] = [];
  /** What is written that the file does not have as text: numbers of items and notes, results of fields. */
  readonly labels = new Set<string>();
  readonly title = { text: "" };
  readonly author = { text: "" };
  readonly #headers = { text: "" };
  readonly #definitions = new RtfDefinitions();
  readonly #outer: RtfState[] = [];
  #state = plainState(0);
  readonly #text: RtfText;
  /** Bytes that are not decoded yet, and decoded text that is not written yet. */
  #bytes = "";
  #decoded = "";
  /** Characters to leave out: they stand for a \u. */
  #skipped = 0;
  #isOptional = false;

  constructor(private readonly report: OfficeReport) {
    this.#text = new RtfText(report, (style) => this.#definitions.styleName(style));
  }

  /** Whether a header or footer has words, not only the number of the page. */
  get hasHeaders(): boolean {
    return /\p{L}{2}/u.test(this.#headers.text);
  }

  /** @param next the token after it */
  read(token: RtfToken, next: RtfToken | undefined): void {
    switch (token.kind) {
      case "open":
        this.#flush();
        if (this.#outer.length >= MAX_DEPTH) throw new TooLarge("nested too deeply");
        this.#outer.push(this.#state);
        this.#state = { ...this.#state, onClose: null };
        this.#definitions.beginEntry();
        this.#skipped = 0;
        return;
      case "close":
        this.#flush();
        this.#state.onClose?.();
        this.#state = this.#outer.pop() ?? this.#state;
        this.#skipped = 0;
        this.#isOptional = false;
        return;
      case "bytes": {
        const left = token.bytes.slice(this.#skipped);
        this.#skipped = Math.max(0, this.#skipped - token.bytes.length);
        this.#bytes += left;
        return;
      }
      case "symbol":
        this.#symbol(token.symbol);
        return;
      case "word":
        this.#word(token.word, token.value, next);
    }
  }

  /** The blocks of the body, after the last token. */
  end(): OfficeBlock[] {
    this.#flush();
    // Groups without an end.
    while (this.#outer.length > 0) this.read({ kind: "close" }, undefined);
    return this.#text.end();
  }

  #symbol(symbol: string): void {
    if (symbol === "*") {
      this.#isOptional = true;
      return;
    }
    if (symbol === "\n" || symbol === "\r") {
      this.#word("par", null, undefined);
      return;
    }
    const text = SYMBOLS.get(symbol);
    if (text === undefined) return;
    if (this.#skipped > 0) this.#skipped--;
    // The second byte of a letter can be one of these.
    else if (/^[\\{}]$/.test(symbol)) this.#bytes += text;
    else this.#addText(text);
  }

  #addText(text: string): void {
    this.#decode();
    this.#decoded += text;
  }

  #word(word: string, value: number | null, next: RtfToken | undefined): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (word === "u") {
      this.#addText(String.fromCharCode((value ?? 0) & 0xffff));
      this.#skipped = this.#state.fallbackLength;
      return;
    }
    const character = CHARACTERS.get(word);
    if (character !== undefined) {
      if (this.#skipped > 0) this.#skipped--;
      else this.#addText(character);
      return;
    }
    this.#skipped = 0;
    this.#flush();
    const state = this.#state;
    if (state.target.kind === "skip") return;
    if (state.target.kind === "fonts" || state.target.kind === "styles")
      this.#definitions.entryWord(state.target.kind, word, value);
    else if (state.target.kind === "form") applyForm(state.target.form, word, value);
    else if (this.#definitions.documentWord(word, value)) {
      if (word === "deff") state.font = this.#definitions.defaultFont;
      return;
    }
    if (this.#destination(word, next)) return;
    if (SKIPPED.has(word) || (isOptional && !SHOWN_OPTIONAL.has(word))) {
      state.target = { kind: "skip" };
      return;
    }
    if (state.target.kind === "math") {
      const element = mathElement(word);
      if (element) {
        state.target.element.children.push(element);
        state.target = { kind: "math", element };
      }
      return;
    }
    if (applyFormat(state, word, value, this.#definitions.defaultFont) || applyParagraph(state, word, value))
      return;
    if (state.target.kind === "show") this.#text.layout(word, value, state);
  }

  /** A control word that says what becomes of the text in its group. @returns false for other words */
  #destination(word: string, next: RtfToken | undefined): boolean {
    const state = this.#state;
    const { kind } = state.target;
    const collect = (into: { text: string }) => {
      state.target = { kind: "collect", into };
      return true;
    };
    switch (word) {
      case "fonttbl":
        state.target = { kind: "fonts" };
        return true;
      case "stylesheet":
        state.target = { kind: "styles" };
        return true;
      case "info":
        state.target = { kind: "info" };
        return true;
      case "title":
      case "author":
        return kind === "info" && collect(this[word]);
      case "upr":
        state.target = { kind: "either", outer: state.target };
        return true;
      case "ud":
        if (state.target.kind === "either") state.target = state.target.outer;
        return true;
      case "ffl": {
        if (state.target.kind !== "form") return false;
        const choice = { text: "" };
        state.target.form.choices.push(choice);
        return collect(choice);
      }
      case "formfield":
        this.#beginForm();
        return true;
      case "fldinst":
        return state.field !== null && collect(state.field.code);
      case "object":
        state.inObject = true;
        return true;
      case "objclass": {
        const name = { text: "" };
        state.onClose = () => this.report.count(/^equation/i.test(name.text) ? "oldEquations" : "objects");
        return collect(name);
      }
    }
    if (kind !== "show") return false;
    if (/^(?:header|footer)[lrf]?$/.test(word)) return collect(this.#headers);
    switch (word) {
      case "listtext":
      case "pntext": {
        const sign = { text: "" };
        state.onClose = () => {
          this.labels.add(sign.text);
          this.#text.setSign(sign.text);
        };
        return collect(sign);
      }
      case "footnote":
        this.#beginNote(next?.kind === "word" && next.word === "ftnalt" ? "endnote" : "footnote");
        return true;
      case "shptxt":
      case "dptxbxtext":
        this.#text.begin(state, (blocks) => this.#text.addBox(blocks));
        return true;
      case "field":
        this.#beginField();
        return true;
      case "fldrslt":
        if (state.field) {
          state.field.hasResult = true;
          state.format = { ...state.format, href: linkOf(state.field.code.text) };
        }
        return true;
      case "moMath": {
        const element = mathElement(word) as XmlElement;
        state.target = { kind: "math", element };
        state.onClose = () => this.#text.markup(mathMarkup(element), state);
        return true;
      }
      case "pict":
        if (!state.inObject) this.report.count("pictures");
        return false;
      case "annotation":
        this.report.count("comments");
        return false;
    }
    return false;
  }

  #beginField(): void {
    const code = { text: "" };
    const field = { code, instruction: "", form: null, inResult: true, hasResult: false, href: null };
    const state = this.#state;
    state.field = field;
    state.onClose = () => {
      if (field.hasResult || isLeftOut(state)) return;
      const found = fieldText({ ...field, instruction: code.text });
      if (found.kind === "text") {
        this.labels.add(found.text);
        this.#text.write(found.text, state, null);
      }
      if (found.kind === "unknown") this.report.countField(found.name);
    };
  }

  #beginForm(): void {
    const form: RtfForm = { type: 0, result: null, byDefault: 0, choices: [] };
    const { field } = this.#state;
    this.#state.target = { kind: "form", form };
    this.#state.onClose = () => {
      if (field) field.form = formElement(form);
    };
  }

  #beginNote(kind: "footnote" | "endnote"): void {
    if (isLeftOut(this.#state)) {
      this.#state.target = { kind: "skip" };
      return;
    }
    const numbering = this.#definitions.notes[kind];
    numbering.last++;
    const label = `[${formatListNumber(numbering.last, numbering.format) ?? numbering.last}]`;
    this.labels.add(label);
    this.#text.markup(escapeHtml(label), this.#state);
    this.#text.begin(this.#state, (blocks) => this.notes.push(...withLabel(blocks, label)));
  }

  #fontOf({ isComplex, complexFont, font }: RtfState): number {
    return isComplex ? (complexFont ?? font) : font;
  }

  #decode(): void {
    if (this.#bytes === "") return;
    const font = this.#fontOf(this.#state);
    if (this.#definitions.symbolFont(font) !== null) this.#decoded += this.#bytes;
    else {
      const { text, isKnown } = decodeCodePage(this.#bytes, this.#definitions.codePage(font));
      if (!isKnown) this.report.count("unknownEncodings");
      this.#decoded += text;
    }
    this.#bytes = "";
  }

  /** Writes what was read since the last change. */
  #flush(): void {
    this.#decode();
    const text = this.#decoded;
    if (text === "") return;
    this.#decoded = "";
    const { target } = this.#state;
    const symbolFont = this.#definitions.symbolFont(this.#fontOf(this.#state));
    switch (target.kind) {
      case "show":
        this.#text.write(text, this.#state, symbolFont);
        return;
      case "collect":
        // The letters of a symbol font in front of an item are bullets.
        target.into.text += symbolFont && text.trim() !== "" ? "•" : text;
        return;
      case "fonts":
      case "styles":
        this.#definitions.entryText(target.kind, text);
        return;
      case "math":
        addMathText(target.element, text);
        return;
    }
  }
}
