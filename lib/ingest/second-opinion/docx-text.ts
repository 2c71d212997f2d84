import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT, raised } from "@/lib/fidelity/tokens-of";
import { type DocxLook, DocxLooks, readLook } from "./docx-looks";
import { XmlNames } from "./xml-names";
import { localName, xmlText } from "./xml-text";

/** Parts of a Word file that hold its text, in the order in which it is read. */
const PARTS = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];
const STYLES = "word/styles.xml";
/** Elements whose text is not part of the accepted, visible document: deletions, what was moved away, readings of ruby, comments. */
const UNREAD = new Set(["del", "moveFrom", "rt", "instrText", "delText", "delInstrText"]);
/** Elements that end a paragraph or separate words. */
const ENDS = new Set(["p", "tc", "oMathPara"]);
const SPACES = new Set(["tab", "br", "cr", "ptab"]);

/**
 * The visible text of a Word file from its XML alone (ECMA-376 part 1, sections 17.3 and 22.1): every `w:t` and `m:t`, with tracked changes
 * accepted. A second reader beside the one that imports.
 * @returns null if it is no Word file
 */
export function docxText(bytes: Uint8Array): FilePassage[] | null {
  const parts = unzipSync(bytes, { filter: ({ name }) => PARTS.includes(name) || name === STYLES });
  if (!parts["word/document.xml"]) return null;
  const looks = new DocxLooks(parts[STYLES] ? xmlText(parts[STYLES]) : "");
  return PARTS.flatMap((name) => (parts[name] ? passagesOf(xmlText(parts[name]), looks) : []));
}

interface Run {
  text: string;
  look: DocxLook;
}

function passagesOf(xml: string, looks: DocxLooks): FilePassage[] {
  const passages: FilePassage[] = [];
  const open: string[] = [];
  let unread = 0;
  let text = "";
  let run: Run | null = null;
  let paragraph: DocxLook = {};
  /** How many choices of the open `mc:AlternateContent` were read: its fallback says the same. */
  let choices = 0;
  const end = () => {
    if (/[\p{L}\p{N}]/u.test(text)) passages.push({ text, isAroundArticle: false });
    text = "";
  };
  const write = (words: string) => {
    if (run) run.text += words;
    else text += words;
  };
  const isUnread = (name: string) => UNREAD.has(name) || (name === "Fallback" && choices > 0);
  const names = new XmlNames();
  const parser = new Parser(
    {
      onopentag(written, declared) {
        const [qualified, attributes] = names.open(written, declared);
        const name = localName(qualified);
        const value = attributes["w:val"] ?? attributes.val;
        if (name === "Choice") choices++;
        if (isUnread(name)) unread++;
        if (name === "r" && qualified !== "m:r") run = { text: "", look: { ...paragraph } };
        if (name === "p") paragraph = {};
        if (name === "pStyle") paragraph = looks.of(value);
        if (run && name === "rStyle") Object.assign(run.look, looks.of(value));
        if (run) readLook(run.look, qualified, value);
        if (qualified.startsWith("m:")) text += JOINT;
        if (name === "noBreakHyphen") write("-");
        if (SPACES.has(name) && open.at(-1) !== "tabs") write(" ");
        open.push(name);
      },
      ontext(data) {
        if (unread === 0 && open.at(-1) === "t") write(data);
      },
      onclosetag(qualified) {
        const name = localName(qualified);
        open.pop();
        if (isUnread(name)) unread--;
        if (name === "AlternateContent") choices = 0;
        if (name === "r" && run) {
          const { isHidden, raised: form } = run.look;
          if (!isHidden) text += form ? JOINT + raised(run.text, form) + JOINT : run.text;
          run = null;
        }
        if (ENDS.has(name)) end();
      },
      onend: end,
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return passages;
}
