import type { Archive } from "../office/open-archive";
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { DOCX_NAMESPACES } from "./docx-namespaces";
import { isClaimNumber } from "./is-claim-number";
import { relationsOf } from "./read-docx";

/** A comment as the file has it; its passage is in two states of the text. */
export interface FoundComment {
  /** Index of the comment that it answers; null for others. */
  parent: number | null;
  author: string;
  initials: string;
  /** As Word wrote it, ISO 8601; null if missing. */
  at: string | null;
  text: string;
  /** The words that it is about, with their context: before the tracked changes, then with them. Empty if it is about nothing. */
  quotes: { exact: string; prefix: string; suffix: string }[];
}

/** The namespace of threads of comments, beside those of the text. */
const NAMESPACES = new Map([
  ...DOCX_NAMESPACES,
  ["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
]);

/** UTF-16 units of context on each side of a passage. */
const CONTEXT = 32;

/**
 * The comments of a DOCX file, each with its thread and its passage.
 * Source: ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5.3 for threads
 * @param name of the part with its text, from findDocument
 * @throws TooLarge
 */
export function readWordComments(archive: Archive, name: string): FoundComment[] {
  const relations = [...relationsOf(archive, name).values()];
  const part = (type: string) => relations.find((each) => each.type.endsWith(`/${type}`))?.target;
  const tree = (target: string | undefined) => (target ? archive.xml(target, NAMESPACES) : null);
  const comments = childrenOf(childOf(tree(part("comments")), "w:comments"), "w:comment");
  if (comments.length === 0) return [];
  const texts = readTexts(archive.xml(name, NAMESPACES));
  const parents = parentsOf(tree(part("commentsExtended")));
  const rowOfParagraph = new Map(
    comments.flatMap((comment, row) => paragraphIds(comment).map((paragraph) => [paragraph, row] as const)),
  );
  return comments.map((comment) => {
    const parent = paragraphIds(comment).flatMap((paragraph) => parents.get(paragraph) ?? [])[0];
    const id = comment.attributes.get("w:id") ?? "";
    return {
      parent: parent === undefined ? null : (rowOfParagraph.get(parent) ?? null),
      author: (comment.attributes.get("w:author") ?? "").trim(),
      initials: (comment.attributes.get("w:initials") ?? "").trim(),
      at: comment.attributes.get("w:date") ?? null,
      text: childrenOf(comment, "w:p").map(paragraphText).join("\n").trim(),
      quotes: texts.flatMap(({ text, ranges }) => quoteAt(text, ranges.get(id))),
    };
  });
}

/** Ids of the paragraphs of a comment, which name it in threads. */
function paragraphIds(comment: XmlElement): string[] {
  return descendantsOf(comment, "w:p").flatMap(({ attributes }) => attributes.get("w14:paraId") ?? []);
}

/** The paragraph that another one's comment answers, by its id. */
function parentsOf(extended: XmlElement | null): Map<string, string> {
  return new Map(
    descendantsOf(extended, "w15:commentEx").flatMap(({ attributes }) => {
      const [own, parent] = [attributes.get("w15:paraId"), attributes.get("w15:paraIdParent")];
      return own && parent ? [[own, parent] as const] : [];
    }),
  );
}

function paragraphText(paragraph: XmlElement): string {
  return descendantsOf(paragraph, "w:t", "w:tab", "w:br")
    .map((element) => (element.name === "w:t" ? textOf(element) : element.name === "w:tab" ? "\t" : "\n"))
    .join("");
}

/** One state of the text, with the offsets of each comment in it. */
interface TextState {
  text: string;
  ranges: Map<string, { start: number; end: number }>;
}

/** The text before the tracked changes, and with them. */
function readTexts(root: XmlElement | null): TextState[] {
  const states = [new StateReader("w:ins", "w:moveTo"), new StateReader("w:del", "w:moveFrom")];
  return states.map((state) => state.read(root));
}

class StateReader {
  #parts: string[] = [];
  #length = 0;
  readonly #ranges: TextState["ranges"] = new Map();
  readonly #without: ReadonlySet<string>;

  /** @param without the changes that this state doesn't have */
  constructor(...without: string[]) {
    this.#without = new Set(without);
  }

  read(root: XmlElement | null): TextState {
    if (root) this.#walk(root);
    return { text: this.#parts.join(""), ranges: this.#ranges };
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** @param isHidden whether it has no text in this state; the ends of comments count all the same, wherever a program puts them */
  #walk(element: XmlElement, isHidden = false): void {
    for (const child of childrenOf(element)) {
      const id = child.attributes.get("w:id") ?? "";
      switch (child.name) {
        case "w:commentRangeStart":
          this.#ranges.set(id, { start: this.#length, end: this.#length });
          break;
        case "w:commentRangeEnd": {
          const range = this.#ranges.get(id);
          if (range) range.end = this.#length;
          break;
        }
        case "w:t":
        case "w:delText":
          if (!isHidden) this.#add(textOf(child));
          break;
        case "w:tab":
          if (!isHidden) this.#add("\t");
          break;
        case "w:br":
        case "w:cr":
          if (!isHidden) this.#add("\n");
          break;
        case "w:p":
          this.#walk(child, isHidden);
          if (!isHidden) this.#add("\n");
          break;
        case "w:pPr":
        case "w:rPr":
          break;
        default:
          this.#walk(child, isHidden || this.#without.has(child.name) || isClaimNumber(child));
      }
    }
  }
}

function quoteAt(text: string, range: { start: number; end: number } | undefined): FoundComment["quotes"] {
  if (!range) return [];
  const raw = text.slice(range.start, range.end);
  const exact = raw.trim();
  if (exact === "") return [];
  const start = range.start + raw.indexOf(exact);
  const end = start + exact.length;
  return [
    {
      exact,
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
  ];
}
