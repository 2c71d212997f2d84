import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT, raised } from "@/lib/fidelity/tokens-of";
import { withUnicodeSymbols } from "../office/symbol-fonts";
import { OdtLooks } from "./odt-looks";
import { XmlNames } from "./xml-names";
import { localName, xmlText } from "./xml-text";

/** Elements whose text is not part of the accepted, visible document. */
const UNREAD =
  /^(?:annotation|annotation-xml|tracked-changes|ruby-text|hidden-text|forms|scripts|event-listeners|covered-table-cell|number|script|.*-decls|.*-source)$/;
/** Elements of a drawing that hold text for programs. */
const UNREAD_QUALIFIED = new Set(["svg:title", "svg:desc", "text:label"]);
const SPACES = new Set(["s", "tab", "line-break"]);
/** Elements of formulas that hold text. */
const MATH = /^m(?:i|n|o|text|s)$/;
/** Fields that can be set without being shown. */
const SHOWN_OR_NOT = new Set(["variable-set", "user-field-get", "database-display"]);
/** A cell or a row can stand for several; more copies of it are the empty rest of a sheet. */
const MAX_COPIES = 100;
/** In UTF-16 units: text of all copies. */
const MAX_COPIED = 100_000;

/**
 * The visible text of an OpenDocument text (ODF 1.3, part 3) from its XML alone, with tracked changes accepted: a second reader beside the
 * one that imports. Paragraphs come in the order of the file, followed by the notes.
 * @param bytes a packed file, or one that is all XML
 * @returns null if it is no such file
 */
export function odtText(bytes: Uint8Array): FilePassage[] | null {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts: Partial<Record<string, Uint8Array>> = isPacked
    ? unzipSync(bytes, { filter: ({ name }) => /(?:^|\/)(?:content|styles)\.xml$/.test(name) })
    : { "content.xml": bytes };
  const content = parts["content.xml"];
  if (!content) return null;
  const looks = new OdtLooks();
  const xml = xmlText(content);
  looks.learn(xml);
  if (parts["styles.xml"]) looks.learn(xmlText(parts["styles.xml"]));
  const walk = new Walk(looks, (folder) => {
    const object = parts[`${folder}/content.xml`];
    return object ? formulaText(xmlText(object)) : "";
  });
  return walk.read(xml);
}

/** The text of the formula in an embedded object; empty for other objects. */
function formulaText(xml: string): string {
  let text = "";
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => open.push(localName(name)),
      ontext(data) {
        if (MATH.test(open.at(-1) ?? "") && !open.includes("annotation")) text += JOINT + data + JOINT;
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return text;
}

/** An open element. */
interface Open {
  name: string;
  /** Whether nothing in it is visible. */
  isUnread: boolean;
  isHidden: boolean;
  raised: "superscript" | "subscript" | null;
  font: string | null;
  /** The passage that its text belongs to. */
  passage: FilePassage | null;
  /** Where the passages go. */
  list: FilePassage[];
  /** How many passages there were before it. */
  before: number;
  copies: number;
}

class Walk {
  readonly #open: Open[] = [];
  readonly #body: FilePassage[] = [];
  readonly #notes: FilePassage[][] = [];
  #copied = 0;
  /** Whether the walk is in the text of the document. */
  #inText = 0;

  constructor(
    private readonly looks: OdtLooks,
    private readonly formulaIn: (folder: string) => string,
  ) {}

  read(xml: string): FilePassage[] {
    const names = new XmlNames();
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#begin(...names.open(name, attributes)),
        ontext: (data) => this.#write(data),
        onclosetag: () => this.#end(),
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(xml);
    return [...this.#body, ...this.#notes.flat()].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  }

  #begin(qualified: string, attributes: Record<string, string>): void {
    const name = localName(qualified);
    if (qualified === "office:text") this.#inText++;
    const parent = this.#open.at(-1);
    const value = (key: string) => attributes[key];
    const own: Open = {
      name,
      isUnread: (parent?.isUnread ?? false) || isUnread(qualified, name, attributes),
      isHidden: parent?.isHidden ?? false,
      raised: parent?.raised ?? null,
      font: parent?.font ?? null,
      passage: parent?.passage ?? null,
      list: parent?.list ?? this.#body,
      before: 0,
      copies: 1,
    };
    own.before = own.list.length;
    if (name === "note-body") {
      own.list = [];
      this.#notes.push(own.list);
    }
    if (qualified.startsWith("text:") && /^(?:p|h)$/.test(name)) {
      // A box in hidden text is hidden with it.
      own.isUnread ||= own.isHidden;
      own.passage = { text: "", isAroundArticle: false };
      own.list.push(own.passage);
      Object.assign(own, { isHidden: false, raised: null, font: null });
      Object.assign(own, this.looks.of("paragraph", value("text:style-name")));
    }
    if (name === "span") Object.assign(own, this.looks.of("text", value("text:style-name")));
    if (name === "hidden-paragraph" && value("text:is-hidden") === "true") this.#dropParagraph();
    const copies = value("table:number-columns-repeated") ?? value("table:number-rows-repeated");
    if (/^table-(?:cell|row)$/.test(name)) own.copies = Number.parseInt(copies ?? "1", 10) || 1;
    this.#open.push(own);
    if (SPACES.has(name)) this.#write(" ");
    if (name === "note-citation") this.#write(value("text:label") ?? "", JOINT);
    if (name === "object") {
      const folder = (value("xlink:href") ?? "").replace(/^\.\/|\/$/g, "");
      if (folder) this.#write("", this.formulaIn(folder));
    }
  }

  /** @param before what is written in front of it as it is */
  #write(text: string, before = ""): void {
    const here = this.#open.at(-1);
    if (!here?.passage || this.#inText === 0 || here.isUnread || here.isHidden) return;
    const shown = withUnicodeSymbols(text, here.font, () => {});
    here.passage.text += before;
    if (MATH.test(here.name)) here.passage.text += JOINT + shown + JOINT;
    else here.passage.text += here.raised ? JOINT + raised(shown, here.raised) + JOINT : shown;
  }

  #end(): void {
    const own = this.#open.at(-1);
    if (own?.name === "note-citation") this.#write("", JOINT);
    this.#open.pop();
    if (own?.name === "text" && this.#open.at(-1)?.name === "body") this.#inText--;
    if (own && own.copies > 1 && own.copies <= MAX_COPIES) this.#repeat(own);
  }

  /** Repeats the text of a cell or a row that stands for several. */
  #repeat({ list, before, copies }: Open): void {
    const passages = list.slice(before).filter(({ text }) => text.trim() !== "");
    const length = passages.reduce((sum, { text }) => sum + text.length, 0) * (copies - 1);
    if (length === 0 || this.#copied + length > MAX_COPIED) return;
    this.#copied += length;
    for (let copy = 1; copy < copies; copy++) list.push(...passages.map((passage) => ({ ...passage })));
  }

  /** A field hides the paragraph that it is in. */
  #dropParagraph(): void {
    const paragraph = this.#open.findLast(({ name }) => /^(?:p|h)$/.test(name));
    if (!paragraph?.passage) return;
    paragraph.passage.text = "";
    for (const open of this.#open.slice(this.#open.indexOf(paragraph))) open.isUnread = true;
  }
}

function isUnread(qualified: string, name: string, attributes: Record<string, string>): boolean {
  if (UNREAD.test(name) || UNREAD_QUALIFIED.has(qualified)) return true;
  if (SHOWN_OR_NOT.has(name)) return attributes["text:display"] === "none";
  if (name === "table-row") return attributes["table:visibility"] === "collapse";
  if (name !== "section") return false;
  const display = attributes["text:display"];
  return display === "none" || (display === "condition" && attributes["text:is-hidden"] === "true");
}
