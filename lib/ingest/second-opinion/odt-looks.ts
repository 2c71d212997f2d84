import { Parser } from "htmlparser2";
import { XmlNames } from "./xml-names";

/** What a style says of its text; undefined where it says nothing. */
interface Look {
  parent: string | undefined;
  isHidden?: boolean;
  raised?: "superscript" | "subscript" | null;
  font?: string;
}

/** Longest chain of styles that inherit from each other. */
const MAX_CHAIN = 20;

/** The styles of an OpenDocument text, as far as they decide which text is visible and which is raised. */
export class OdtLooks {
  readonly #looks = new Map<string, Look>();

  /** Reads the styles of a file. Those of a file that was learned before take precedence. */
  learn(xml: string): void {
    let look: Look | null = null;
    const names = new XmlNames();
    const parser = new Parser(
      {
        onopentag: (qualified, declared) => {
          const [name, attributes] = names.open(qualified, declared);
          if (name === "style:style") {
            const key = `${attributes["style:family"]} ${attributes["style:name"]}`;
            look = { parent: attributes["style:parent-style-name"] };
            if (!this.#looks.has(key)) this.#looks.set(key, look);
          }
          if (name === "style:text-properties" && look) readLook(look, attributes);
        },
        onclosetag(qualified) {
          if (names.nameOf(qualified) === "style:style") look = null;
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(xml);
  }

  /** What a style and those that it inherits from say. */
  of(family: "paragraph" | "text", name: string | undefined): Omit<Look, "parent"> {
    const found: Omit<Look, "parent"> = {};
    let style = this.#looks.get(`${family} ${name}`);
    for (let depth = 0; style && depth < MAX_CHAIN; depth++) {
      const { parent, ...own } = style;
      for (const [key, value] of Object.entries(own))
        if (!(key in found)) Object.assign(found, { [key]: value });
      style = parent === undefined ? undefined : this.#looks.get(`${family} ${parent}`);
    }
    return found;
  }
}

function readLook(look: Look, attributes: Record<string, string>): void {
  const display = attributes["text:display"];
  if (display !== undefined) look.isHidden = display === "none";
  const font = attributes["style:font-name"] ?? attributes["fo:font-family"];
  if (font !== undefined) look.font = font;
  const position = attributes["style:text-position"];
  if (position === undefined) return;
  const percent = position.startsWith("super")
    ? 1
    : position.startsWith("sub")
      ? -1
      : Number.parseFloat(position);
  look.raised = percent > 0 ? "superscript" : percent < 0 ? "subscript" : null;
}
