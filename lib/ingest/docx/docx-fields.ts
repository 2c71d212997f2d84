import { symbolOf } from "../office/symbol-fonts";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import { wordInteger, wordSwitch } from "./docx-namespaces";
import { equationFieldText } from "./equation-field";

/** A field that is open at one point of a document. */
export interface OpenField {
  /** Its code, such as " PAGEREF _Toc1 \h ". */
  instruction: string;
  /** The properties of a form field. */
  form: XmlElement | null;
  /** Whether its result has begun. */
  inResult: boolean;
  /** Whether its result has any text. */
  hasResult: boolean;
  /** The address that its result links to. */
  href: string | null;
}

/** Fields that show nothing. */
const SILENT =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|ADVANCE|BIBLIOGRAPHY|PRINT|PRIVATE|COMMENTS?|DATABASE|INDEX|TOA|TOC|HTMLCONTROL|CONTROL|EMBED|LINK|SHAPE|DDE(?:AUTO)?|INCLUDEPICTURE|NEXT(?:IF)?|SKIPIF|MERGEREC|MERGESEQ|IF|FORMTEXT|HYPERLINK|=|ADDIN|GREETINGLINE|ADDRESSBLOCK|MERGEFIELD|FILLIN)\b|^\s*=|^\s*$/i;

/** What a field without a stored result shows. */
export type FieldText =
  | { kind: "text"; text: string }
  | { kind: "nothing" }
  | { kind: "unknown"; name: string };

/**
 * The text of a field that has no stored result, from its code.
 * @returns the text, nothing if it shows none, or its name if what it shows is not in the file
 */
export function fieldText({ instruction, form }: OpenField): FieldText {
  const [, name = "", rest = ""] = /^\s*([A-Za-z=]+)\s*([\s\S]*)$/.exec(instruction) ?? [];
  switch (name.toUpperCase()) {
    case "FORMCHECKBOX":
      return { kind: "text", text: isChecked(form) ? "☒" : "☐" };
    case "FORMDROPDOWN":
      return { kind: "text", text: chosenIn(form) };
    case "EQ":
      return { kind: "text", text: equationFieldText(rest) };
    case "SYMBOL":
      return symbolText(rest);
    case "MACROBUTTON":
    case "GOTOBUTTON":
      return { kind: "text", text: /^\S+\s+([\s\S]*)$/.exec(rest)?.[1]?.trim() ?? "" };
    case "QUOTE":
      return { kind: "text", text: /^"([^"]*)"/.exec(rest)?.[1] ?? rest.replace(/\\.*$/s, "").trim() };
    default:
      return SILENT.test(instruction) ? { kind: "nothing" } : { kind: "unknown", name: name.toUpperCase() };
  }
}

function isChecked(form: XmlElement | null): boolean {
  const box = childOf(form, "w:checkBox");
  return wordSwitch(box, "w:checked") ?? wordSwitch(box, "w:default") ?? false;
}

function chosenIn(form: XmlElement | null): string {
  const list = childOf(form, "w:ddList");
  const index = wordInteger(list, "w:result") ?? wordInteger(list, "w:default") ?? 0;
  return childrenOf(list, "w:listEntry")[index]?.attributes.get("w:val") ?? "";
}

/** `SYMBOL 183 \f "Symbol"` */
function symbolText(rest: string): FieldText {
  const [, sign = ""] = /^"?(0x[0-9a-f]+|\d+|\S)"?/i.exec(rest) ?? [];
  const font = /\\f\s*(?:"([^"]*)"|(\S+))/i.exec(rest);
  const code = sign.length === 1 && !/\d/.test(sign) ? (sign.codePointAt(0) ?? 0) : Number(sign);
  const name = font?.[1] ?? font?.[2] ?? "";
  const isUnicode = /\\u\b/i.test(rest);
  const character = Number.isInteger(code)
    ? code < 256 && !isUnicode && symbolOf(name, 0x41) === "A"
      ? new TextDecoder("windows-1252").decode(Uint8Array.of(code))
      : symbolOf(name, code)
    : null;
  return character ? { kind: "text", text: character } : { kind: "unknown", name: "SYMBOL" };
}

/** The address that a HYPERLINK field links to; null for other fields and places in the document. */
export function linkOf(instruction: string): string | null {
  const [, target = ""] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction) ?? [];
  return target === "" ? null : target;
}

/** The beginnings of fields whose end is missing; they are ignored, so that they do not swallow the text after them. */
export function unendedFields(root: XmlElement): ReadonlySet<XmlElement> {
  const open: XmlElement[] = [];
  const walk = (element: XmlElement) => {
    for (const child of childrenOf(element)) {
      if (child.name === "w:fldChar") {
        const type = child.attributes.get("w:fldCharType");
        if (type === "begin") open.push(child);
        else if (type === "end") open.pop();
      } else if (child.name !== "w:del" && child.name !== "w:moveFrom") walk(child);
    }
  };
  walk(root);
  return new Set(open);
}
