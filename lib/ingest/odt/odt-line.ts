import { escapeHtml, InlineMarkup } from "../office/inline-markup";
import { withUnicodeSymbols } from "../office/symbol-fonts";
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import type { OdtParts } from "./odt-parts";
import type { TextFormat } from "./odt-styles";

/** Elements whose text is not part of the visible text. */
const NOT_SHOWN =
  /^(?:office:(?:forms|event-listeners|scripts|annotation-end)|svg:(?:title|desc)|text:(?:ruby-text|tracked-changes|script|number|label|soft-page-break|.*-decls|.*-source|.*-mark(?:-start|-end)?)|draw:(?:glue-point|image-map|enhanced-geometry|contour-.*))$/;

/** Reads the content of a paragraph. */
export class OdtLine {
  readonly inline = new InlineMarkup();
  /** Frames and shapes with paragraphs in them. */
  readonly boxes: XmlElement[] = [];
  #inHidden = false;

  constructor(private readonly parts: OdtParts) {}

  /** Adds the content of an element. @param format of the text around it */
  read(element: XmlElement, format: TextFormat, href: string | null = null): void {
    for (const child of element.children)
      if (typeof child === "string") this.#text(child, format, href);
      else this.#walk(child, format, href);
  }

  #walk(element: XmlElement, format: TextFormat, href: string | null): void {
    const { report, styles } = this.parts;
    const { attributes } = element;
    if (NOT_SHOWN.test(element.name)) return;
    if (element.name.startsWith("draw:")) {
      if (!format.hidden) this.#drawing(element);
      return;
    }
    switch (element.name) {
      case "text:span":
        this.read(element, { ...format, ...styles.text("text", attributes.get("text:style-name")) }, href);
        return;
      case "text:a":
        this.read(element, format, attributes.get("xlink:href") ?? href);
        return;
      case "text:s":
        this.#text(" ", format, href);
        return;
      case "text:tab":
        this.#text("\t", format, href);
        return;
      case "text:line-break":
        if (!format.hidden) this.inline.lineBreak();
        return;
      case "text:note":
        if (!format.hidden) this.#note(element);
        return;
      case "office:annotation":
        report.count("comments");
        return;
      case "text:hidden-text":
        report.count("hidden");
        return;
      case "text:hidden-paragraph":
        return;
      case "text:ruby":
        report.count("readings");
        this.read(element, format, href);
        return;
      case "text:variable-set":
      case "text:user-field-get":
      case "text:database-display":
        if (attributes.get("text:display") !== "none") this.read(element, format, href);
        return;
      case "math:math":
        this.inline.markup(mathMarkup(element));
        return;
      default:
        this.read(element, format, href);
    }
  }

  #text(text: string, format: TextFormat, href: string | null): void {
    if (format.hidden) {
      if (!this.#inHidden && text.trim() !== "") {
        this.parts.report.count("hidden");
        this.#inHidden = true;
      }
      return;
    }
    if (text.trim() !== "") this.#inHidden = false;
    const shown = withUnicodeSymbols(text, format.font ?? null, () =>
      this.parts.report.count("unknownSymbols"),
    );
    this.inline.text(shown, { ...format, href });
  }

  #note(note: XmlElement): void {
    const citation = childOf(note, "text:note-citation");
    const label = citation?.attributes.get("text:label") ?? textOf(citation).trim();
    const body = childOf(note, "text:note-body");
    if (body) this.parts.notes.push({ label, body });
    this.inline.markup(escapeHtml(`[${label}]`));
  }

  #drawing(drawing: XmlElement): void {
    const { report } = this.parts;
    const object = childOf(drawing, "draw:object", "draw:object-ole");
    if (object) {
      const formula = this.parts.formula(object);
      if (formula) this.inline.markup(mathMarkup(formula));
      else report.count(this.parts.isChart(object) ? "charts" : "objects");
      return;
    }
    if (descendantsOf(drawing, "text:p", "text:h", "table:table").length > 0) this.boxes.push(drawing);
    const pictures =
      childrenOf(drawing, "draw:image").length > 0 ? 1 : descendantsOf(drawing, "draw:image").length;
    if (pictures > 0) report.count("pictures", pictures);
  }
}

/** Writes MathML without other forms of the same formula. */
export function mathMarkup(math: XmlElement): string {
  return /^math:annotation/.test(math.name)
    ? ""
    : `<${localName(math)}>${math.children
        .map((child) => (typeof child === "string" ? escapeHtml(child) : mathMarkup(child)))
        .join("")}</${localName(math)}>`;
}

function localName({ name }: XmlElement): string {
  return /^math:[a-z]+$/.test(name) ? name.slice(5) : "mrow";
}
