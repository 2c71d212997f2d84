import { Parser } from "htmlparser2";
import { XmlNames } from "./xml-names";

/** What a style of a Word file says of its text; undefined where it says nothing. */
export interface DocxLook {
  isHidden?: boolean;
  raised?: "superscript" | "subscript" | null;
}

/** Longest chain of styles that inherit from each other. */
const MAX_CHAIN = 20;

/** The styles of a Word file, as far as they decide which text is visible and which is raised. */
export class DocxLooks {
  readonly #styles = new Map<string, { look: DocxLook; parent: string | undefined }>();

  /** @param xml of word/styles.xml; empty if the file has none */
  constructor(xml: string) {
    let id = "";
    const names = new XmlNames();
    const parser = new Parser(
      {
        onopentag: (qualified, declared) => {
          const [name, attributes] = names.open(qualified, declared);
          const style = this.#styles.get(id);
          if (name === "w:style") {
            id = attributes["w:styleId"] ?? "";
            this.#styles.set(id, { look: {}, parent: undefined });
          } else if (name === "w:basedOn" && style) style.parent = attributes["w:val"];
          else if (style) readLook(style.look, name, attributes["w:val"]);
        },
        onclosetag(qualified) {
          if (names.nameOf(qualified) === "w:style") id = "";
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(xml);
  }

  /** What a style and those that it inherits from say. */
  of(id: string | undefined): DocxLook {
    const found: DocxLook = {};
    let style = this.#styles.get(id ?? "");
    for (let depth = 0; style && depth < MAX_CHAIN; depth++) {
      for (const [key, value] of Object.entries(style.look))
        if (!(key in found)) Object.assign(found, { [key]: value });
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent);
    }
    return found;
  }
}

/** Reads one element of a run's properties. */
export function readLook(look: DocxLook, name: string, value: string | undefined): void {
  if (name === "w:vanish" || name === "w:webHidden") look.isHidden = !/^(?:0|false|off)$/.test(value ?? "");
  if (name === "w:vertAlign") look.raised = value === "superscript" || value === "subscript" ? value : null;
}
