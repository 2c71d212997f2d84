import { escapeHtml, InlineMarkup } from "../office/inline-markup";
import { symbolOf, withUnicodeSymbols } from "../office/symbol-fonts";
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { type DrawnText, readDrawing, shownBranch } from "./docx-drawing";
import { fieldText, linkOf, type OpenField } from "./docx-fields";
import { mathMarkup } from "./docx-math";
import type { DocxParts } from "./docx-parts";
import type { ParagraphFormat, RunFormat } from "./docx-styles";
import type { FieldStack } from "./field-stack";

/** Elements whose text is not part of the accepted, visible text. */
const NOT_SHOWN = new Set([
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:customXmlPr",
  "w:smartTagPr",
  "w:rt",
  "w:rubyPr",
  "w:delText",
  "w:delInstrText",
  "w:fldData",
  "w:softHyphen",
  "w:lastRenderedPageBreak",
  "w:footnoteRef",
  "w:endnoteRef",
  "w:annotationRef",
  "wp:docPr",
  "w:numberingChange",
]);

/** In UTF-16 units: the author's own mark of a note. */
const MAX_MARK = 20;
/** Raised text that is longer than this is set for its looks. */
const MAX_RAISED = 60;

/** Around a run: what applies to all text in it. */
interface Around {
  format: RunFormat | null;
  href: string | null;
}

/** Reads the content of a paragraph. */
export class DocxLine {
  readonly inline = new InlineMarkup();
  readonly drawn: DrawnText = { boxes: [], lines: [] };
  #inHidden = false;

  constructor(
    private readonly parts: DocxParts,
    private readonly fields: FieldStack,
  ) {}

  /** Adds the content of a paragraph. */
  read(paragraph: XmlElement, format: ParagraphFormat): void {
    this.#walkAll(paragraph, { format: null, href: null }, format);
  }

  #walkAll(element: XmlElement, around: Around, paragraph: ParagraphFormat): void {
    for (const child of childrenOf(element)) this.#walk(child, around, paragraph);
  }

  #walk(element: XmlElement, around: Around, paragraph: ParagraphFormat): void {
    const { report } = this.parts;
    const inside = (changed: Partial<Around> = {}) =>
      this.#walkAll(element, { ...around, ...changed }, paragraph);
    if (NOT_SHOWN.has(element.name)) return;
    switch (element.name) {
      case "w:r":
        this.#run(element, around, paragraph);
        return;
      case "w:t":
        this.#text(textOf(element), around);
        return;
      case "w:tab":
      case "w:ptab":
        this.#text("\t", around);
        return;
      case "w:noBreakHyphen":
        this.#text("\u2011", around);
        return;
      case "w:br":
      case "w:cr":
        if (this.#isShown(around)) this.inline.lineBreak();
        return;
      case "w:sym":
        this.#symbol(element, around);
        return;
      case "w:instrText":
        this.fields.addInstruction(textOf(element));
        return;
      case "w:fldChar":
        this.#fieldCharacter(element, around);
        return;
      case "w:fldSimple":
        this.#simpleField(element, around, paragraph);
        return;
      case "w:hyperlink":
        inside({ href: this.parts.linkTarget(element.attributes.get("r:id") ?? "") ?? around.href });
        return;
      case "w:ins":
        if (element.children.length > 0) report.count("insertions");
        inside();
        return;
      case "w:del":
        if (element.children.length > 0) report.count("deletions");
        return;
      case "w:moveFrom":
        return;
      case "w:moveTo":
        report.count("moves");
        inside();
        return;
      case "w:bdo":
        report.count("forcedDirections");
        inside();
        return;
      case "w:ruby":
        if (textOf(childOf(element, "w:rt")).trim() !== "") report.count("readings");
        inside();
        return;
      case "m:oMath":
        if (this.#isShown(around)) {
          if (textOf(element).trim() !== "") report.count("equations");
          this.#markup(mathMarkup(element));
        } else this.#hide(textOf(element), around);
        return;
      case "mc:AlternateContent":
        this.#walkAll(shownBranch(element), around, paragraph);
        return;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        if (this.#isShown(around)) readDrawing(element, this.drawn, report);
        else this.#hide(descendantsOf(element, "w:t", "a:t").map(textOf).join(""), around);
        return;
      default:
        inside();
        return;
    }
  }

  #run(run: XmlElement, around: Around, paragraph: ParagraphFormat): void {
    const format = this.parts.styles.run(childOf(run, "w:rPr"), paragraph.run);
    for (const kind of ["footnote", "endnote"] as const) {
      const reference = childOf(run, `w:${kind}Reference`);
      if (!reference) continue;
      if (!this.#isShown({ ...around, format })) return;
      const isOwn = /^(?:1|true|on)$/i.test(reference.attributes.get("w:customMarkFollows") ?? "");
      const mark = isOwn ? markIn(run) : null;
      const label = this.parts.notes.cite(kind, reference.attributes.get("w:id") ?? "", mark);
      if (label !== null) this.#markup(escapeHtml(`[${label}]`));
      if (isOwn) return;
    }
    this.#walkAll(run, { ...around, format }, paragraph);
  }

  #isShown({ format }: Around): boolean {
    return !format?.hidden && !this.fields.inCode;
  }

  #text(text: string, around: Around): void {
    if (this.fields.inCode || text === "") return;
    const { format } = around;
    const { report } = this.parts;
    if (format?.hidden) {
      this.#hide(text, around);
      return;
    }
    if (text.trim() !== "") this.#inHidden = false;
    this.fields.noteText();
    const shown = withUnicodeSymbols(text, format?.font ?? null, () => report.count("unknownSymbols"));
    const href = around.href ?? this.fields.href;
    this.inline.text(shown, {
      bold: format?.bold ?? false,
      italic: format?.italic ?? false,
      underline: format?.underline ?? false,
      strike: format?.strike ?? false,
      raised: shown.length <= MAX_RAISED ? (format?.raised ?? null) : null,
      href,
    });
  }

  /** Counts a hidden passage, which can be in several runs. */
  #hide(text: string, { format }: Around): void {
    if (!format?.hidden || this.#inHidden || text.trim() === "" || this.fields.inCode) return;
    this.parts.report.count("hidden");
    this.#inHidden = true;
  }

  #markup(html: string): void {
    if (html === "") return;
    this.fields.noteText();
    this.#inHidden = false;
    this.inline.markup(html);
  }

  #symbol(element: XmlElement, around: Around): void {
    if (!this.#isShown(around)) return;
    const code = Number.parseInt(element.attributes.get("w:char") ?? "", 16);
    const font = element.attributes.get("w:font") ?? around.format?.font ?? "Symbol";
    const symbol = Number.isNaN(code) ? null : symbolOf(font, code);
    if (symbol === null) this.parts.report.count("unknownSymbols");
    // The run's own font has no meaning for it.
    this.#text(symbol ?? "□", { ...around, format: around.format && { ...around.format, font: null } });
  }

  #fieldCharacter(element: XmlElement, around: Around): void {
    if (this.parts.unended.has(element)) return;
    switch (element.attributes.get("w:fldCharType")) {
      case "begin":
        this.fields.begin(childOf(element, "w:ffData"));
        return;
      case "separate":
        this.fields.separate();
        return;
      case "end": {
        const field = this.fields.end();
        if (field && !field.hasResult) this.#unstoredField(field, around);
      }
    }
  }

  #simpleField(element: XmlElement, around: Around, paragraph: ParagraphFormat): void {
    const instruction = element.attributes.get("w:instr") ?? "";
    const field: OpenField = { instruction, form: null, inResult: true, hasResult: false, href: null };
    const hasText = descendantsOf(element, "w:t", "w:sym", "m:t").length > 0;
    if (hasText) this.#walkAll(element, { ...around, href: linkOf(instruction) ?? around.href }, paragraph);
    else this.#unstoredField(field, around);
  }

  #unstoredField(field: OpenField, around: Around): void {
    if (!this.#isShown(around)) return;
    const found = fieldText(field);
    if (found.kind === "text") this.#text(found.text, around);
    if (found.kind === "unknown") this.parts.report.countField(found.name);
  }
}

/** The author's own mark of a note, in the run of its reference. */
function markIn(run: XmlElement): string {
  return childrenOf(run)
    .map((child) => {
      if (child.name === "w:t") return textOf(child);
      if (child.name !== "w:sym") return "";
      const code = Number.parseInt(child.attributes.get("w:char") ?? "", 16);
      return symbolOf(child.attributes.get("w:font") ?? "Symbol", code) ?? "";
    })
    .join("")
    .trim()
    .slice(0, MAX_MARK);
}
