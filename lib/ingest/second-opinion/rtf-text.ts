import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT, raised } from "@/lib/fidelity/tokens-of";
import { withUnicodeSymbols } from "../office/symbol-fonts";
import { codePageOf, decodeCodePage } from "../rtf/rtf-encodings";

/** Groups whose text is not part of the visible text (RTF 1.9.1). Those that begin with \* are not, but for SHOWN. */
const UNREAD = new Set(
  "fonttbl colortbl stylesheet info pict fldinst header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation xe tc tcn txe rxe nonshppict nonesttables shprslt sp listtext pntext listtable listoverridetable revtbl filetbl template datafield objdata objname objclass atnid atnauthor atntime atnicn atnref private".split(
    " ",
  ),
);
const SHOWN = new Set(["shpinst", "do", "moMath", "moMathPara", "ud"]);
/** Ends of paragraphs, cells and rows. */
const ENDS = new Set(["par", "sect", "cell", "row", "nestcell", "nestrow"]);
const SPACES = new Set(["tab", "line", "page", "column", "emspace", "enspace", "qmspace"]);
const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};
const CODE_PAGES: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };
/** Half-points by which raised text leaves the line. */
const LEAST_RAISED = 4;

/** What applies in a group. */
interface Group {
  isUnread: boolean;
  isHidden: boolean;
  raised: "superscript" | "subscript" | null;
  font: number;
  /** The font of text from right to left; null if it is the same. */
  turnedFont: number | null;
  isTurned: boolean;
  /** Characters that stand for a \u in programs that do not know it. */
  fallback: number;
  isMath: boolean;
  inFonts: boolean;
  /** Whether what is around a text in two forms is unread; null outside such. */
  around: boolean | null;
  /** The text that the group belongs to: the body, a note or a box. */
  story: Story;
}

/** A text with its own paragraphs; the last one is open. */
interface Story {
  passages: FilePassage[];
  open: FilePassage;
}

interface Font {
  codePage: number | null;
  isSymbol: boolean;
  name: string;
}

/**
 * The visible text of an RTF file, character by character, with tracked changes accepted: a second reader beside the one that imports. It
 * knows what is hidden, and reads everything else as text.
 */
export function rtfText(bytes: Uint8Array): FilePassage[] {
  return new Scanner(Buffer.from(bytes).toString("latin1")).read();
}

class Scanner {
  #at = 0;
  #bytes = "";
  /** Characters to leave out: they stand for a \u. */
  #left = 0;
  #isOptional = false;
  #codePage = 1252;
  #defaultFont = 0;
  #definedFont = 0;
  readonly #fonts = new Map<number, Font>();
  readonly #body: FilePassage[] = [];
  readonly #notes: FilePassage[] = [];
  readonly #groups: Group[] = [];
  #group: Group = {
    isUnread: false,
    isHidden: false,
    raised: null,
    font: 0,
    turnedFont: null,
    isTurned: false,
    fallback: 1,
    isMath: false,
    inFonts: false,
    around: null,
    story: newStory(this.#body),
  };

  constructor(private readonly source: string) {}

  read(): FilePassage[] {
    const { source } = this;
    while (this.#at < source.length) {
      const sign = source[this.#at] as string;
      this.#at++;
      if (sign === "{") this.#begin();
      else if (sign === "}") this.#end();
      else if (sign === "\\") this.#control();
      else if (sign !== "\r" && sign !== "\n" && sign !== "\0") this.#byte(sign);
    }
    this.#flush();
    return [...this.#body, ...this.#notes].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  }

  #begin(): void {
    this.#flush();
    this.#left = 0;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group };
  }

  #end(): void {
    this.#flush();
    this.#left = 0;
    this.#isOptional = false;
    this.#group = this.#groups.pop() ?? this.#group;
  }

  #byte(byte: string): void {
    if (this.#left > 0) this.#left--;
    else this.#bytes += byte;
  }

  #control(): void {
    const { source } = this;
    const sign = source[this.#at] ?? "";
    if (sign === "'") {
      const hex = source.slice(this.#at + 1, this.#at + 3);
      this.#at += 3;
      this.#byte(String.fromCharCode(Number.parseInt(hex, 16) || 32));
      return;
    }
    if (!/[a-zA-Z]/.test(sign)) {
      this.#at++;
      this.#symbol(sign);
      return;
    }
    const found = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
    found.lastIndex = this.#at;
    const [all = sign, word = sign, number] = found.exec(source) ?? [];
    this.#at += all.length;
    const value = number === undefined ? null : Number(number);
    if (word === "bin") this.#at += Math.max(value ?? 0, 0);
    else this.#word(word, value);
  }

  #symbol(sign: string): void {
    if (sign === "*") this.#isOptional = true;
    // The second byte of a letter can be one of these.
    else if (sign === "\\" || sign === "{" || sign === "}") this.#byte(sign);
    else if (sign === "\n" || sign === "\r") this.#word("par", null);
    else if (this.#left > 0) this.#left--;
    else if (sign === "~" || sign === "\t") this.#text(" ");
    else if (sign === "_") this.#text("-");
  }

  #word(word: string, value: number | null): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (word === "u") {
      this.#text(String.fromCharCode((value ?? 0) & 0xffff));
      this.#left = this.#group.fallback;
      return;
    }
    const character = CHARACTERS[word] ?? (SPACES.has(word) ? " " : null);
    if (character !== null) {
      if (this.#left > 0) this.#left--;
      else this.#text(character);
      return;
    }
    this.#left = 0;
    this.#flush();
    const group = this.#group;
    if (group.inFonts) this.#defineFont(word, value);
    this.#destination(word, isOptional);
    this.#look(word, value);
    if (ENDS.has(word) && !group.isUnread && !(word === "par" && group.isHidden)) endParagraph(group.story);
  }

  /** What a control word says of the text in its group. */
  #destination(word: string, isOptional: boolean): void {
    const group = this.#group;
    if (word === "fonttbl") group.inFonts = true;
    if (word === "upr") {
      group.around = group.isUnread;
      group.isUnread = true;
    } else if (word === "ud" && group.around !== null) group.isUnread = group.around;
    else if (UNREAD.has(word) || (isOptional && !SHOWN.has(word))) group.isUnread = true;
    if (word === "moMath") group.isMath = true;
    // Properties of formulas: their values are no text.
    if (group.isMath && /^m\w*Pr$/.test(word)) group.isUnread = true;
    if (word === "footnote") {
      this.#text("", JOINT);
      group.isUnread ||= group.isHidden;
      this.#beginStory(this.#notes);
    }
    if (word === "shptxt" || word === "dptxbxtext") {
      group.isUnread ||= group.isHidden;
      this.#beginStory(group.story.passages);
    }
  }

  /** A text with paragraphs of its own, whose letters look like none around it. */
  #beginStory(passages: FilePassage[]): void {
    Object.assign(this.#group, { story: newStory(passages), isHidden: false, raised: null });
  }

  #look(word: string, value: number | null): void {
    const group = this.#group;
    const isOn = value !== 0;
    if (word === "plain")
      Object.assign(group, {
        isHidden: false,
        raised: null,
        font: this.#defaultFont,
        turnedFont: null,
        isTurned: false,
      });
    else if (word === "af") group.turnedFont = value;
    else if (word === "rtlch" || word === "ltrch") group.isTurned = word === "rtlch";
    else if (word === "v" || word === "deleted") group.isHidden = isOn;
    else if (word === "super") group.raised = isOn ? "superscript" : null;
    else if (word === "sub") group.raised = isOn ? "subscript" : null;
    else if (word === "nosupersub") group.raised = null;
    else if (word === "up" || word === "dn") {
      const form = word === "up" ? "superscript" : "subscript";
      group.raised = (value ?? 6) >= LEAST_RAISED ? form : null;
    } else if (word === "uc") group.fallback = Math.min(Math.max(value ?? 1, 0), 10);
    else if (word === "f" && !group.inFonts) group.font = value ?? this.#defaultFont;
    else if (word === "ansicpg") this.#codePage = value ?? 1252;
    else if (word === "deff") {
      this.#defaultFont = value ?? 0;
      group.font = this.#defaultFont;
    } else this.#codePage = CODE_PAGES[word] ?? this.#codePage;
  }

  #defineFont(word: string, value: number | null): void {
    if (word === "f") this.#definedFont = value ?? 0;
    const font = this.#fonts.get(this.#definedFont) ?? { codePage: null, isSymbol: false, name: "" };
    this.#fonts.set(this.#definedFont, font);
    if (word === "fcharset") Object.assign(font, { codePage: codePageOf(value ?? 0), isSymbol: value === 2 });
    if (word === "cpg" && value) font.codePage = value;
  }

  /** Decodes the bytes that came since the last control word. */
  #flush(): void {
    if (this.#bytes !== "") this.#text("");
  }

  /** @param text after the bytes that are not decoded yet */
  #text(text: string, joint = ""): void {
    const group = this.#group;
    const font = this.#fonts.get(group.isTurned ? (group.turnedFont ?? group.font) : group.font);
    const bytes = this.#bytes;
    this.#bytes = "";
    if (group.inFonts) {
      const defined = this.#fonts.get(this.#definedFont);
      if (defined && this.#groups.length > 0) defined.name += bytes.split(";")[0];
      return;
    }
    if (group.isUnread || group.isHidden) return;
    const decoded = font?.isSymbol ? bytes : decodeCodePage(bytes, font?.codePage ?? this.#codePage).text;
    const shown = withUnicodeSymbols(decoded + text, font?.name.trim() ?? null, () => {});
    const { open } = group.story;
    if (group.isMath) open.text += JOINT + shown + JOINT;
    else open.text += (group.raised ? JOINT + raised(shown, group.raised) + JOINT : shown) + joint;
  }
}

function newStory(passages: FilePassage[]): Story {
  const open: FilePassage = { text: "", isAroundArticle: false };
  passages.push(open);
  return { passages, open };
}

function endParagraph(story: Story): void {
  story.open = newStory(story.passages).open;
}
