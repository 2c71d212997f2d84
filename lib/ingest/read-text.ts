import { directionOfText } from "@/lib/document/direction";
import type { DocumentNode } from "@/lib/document/document";

/** Ends of lines, pages and records: also the vertical tab, the form feed and the separators of old file formats. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
const LINE_END = /\r\n|[\n\r\u000b\u000c\u001c\u001d\u0085\u2028\u2029]/;

/**
 * The paragraphs of a plain text: one per line; or, if lines are wrapped, separated by blank lines.
 * @param value well-formed, without NUL
 */
export function readText(value: string): DocumentNode {
  const rawLines = unquoted(value.split(LINE_END));
  const lines = rawLines.map((line) => line.trim());
  const paragraphs = isHardWrapped(lines) ? unwrapped(rawLines) : lines.filter((line) => line !== "");
  return {
    type: "doc",
    content: paragraphs.length ? paragraphs.map(paragraphOf) : [{ type: "paragraph" }],
  };
}

/** A paragraph, with its direction if that is not the usual one. */
function paragraphOf(text: string): DocumentNode {
  const content = [{ type: "text", text }];
  return directionOfText(text) === "rtl"
    ? { type: "paragraph", attrs: { dir: "rtl" }, content }
    : { type: "paragraph", content };
}

/** The maximum width at which mail programs and typewriters wrap lines. */
const MAX_WRAP_WIDTH = 130;
/** How many mails a mail can quote, one in another. */
const MAX_QUOTED_LEVELS = 20;
/** Shorter lines are poems or lists. */
const MIN_WRAP_WIDTH = 40;

/**
 * Whether lines are wrapped: most lines directly followed by another are nearly as long as the longest, which is within such a width, and
 * they end a sentence no more often than by chance.
 */
function isHardWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, index) => line !== "" && (lines[index + 1] ?? "") !== "");
  if (followed.length < 3) return false;
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (longest > MAX_WRAP_WIDTH || longest < MIN_WRAP_WIDTH) return false;
  const full = followed.filter((line) => line.length >= 0.7 * longest).length;
  const ended = followed.filter((line) => /[.!?:;。！？]["”’»)]*$/.test(line)).length;
  return full >= 0.8 * followed.length && ended <= 0.5 * followed.length;
}

/** Removes quotation marks from a mail that is quoted completely. */
function unquoted(lines: readonly string[]): readonly string[] {
  let rest = lines;
  for (let level = 0; level < MAX_QUOTED_LEVELS; level++) {
    const written = rest.filter((line) => line.trim() !== "");
    if (written.length < 3 || !written.every((line) => line.startsWith(">"))) break;
    rest = rest.map((line) => line.replace(/^> ?/, ""));
  }
  return rest;
}

/** The beginning of a list item. */
const LIST_ITEM = /^\s*(?:[-*•◦▪‣]|\d{1,3}[.)])\s+\S/;

/** Joins wrapped lines. A paragraph ends at a blank line, at the next list item, and before an indented first line. */
function unwrapped(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    if (line.trim() === "") return;
    const before = lines[index - 1] ?? "";
    const open = paragraphs.at(-1);
    if (!open || before.trim() === "" || beginsWithin(line, before, lines[index + 1] ?? "", open[0] ?? ""))
      paragraphs.push([line.trim()]);
    else open.push(line.trim());
  });
  const hyphenated = isHyphenated(paragraphs);
  return paragraphs.map((paragraph) =>
    paragraph.reduce((text, line, index) => {
      // Only the line before is examined: the whole text would make it quadratic.
      const before = paragraph[index - 1] ?? "";
      if (!/\p{L}-$/u.test(before) || !/^\p{Ll}/u.test(line)) return `${text} ${line}`;
      return (hyphenated ? text.slice(0, -1) : text) + line;
    }),
  );
}

/** Whether a line starts a paragraph without a blank line before it. @param first first line of the previous paragraph */
function beginsWithin(line: string, before: string, next: string, first: string): boolean {
  // Outside a list, a line may start with a dash or "5." by chance.
  if (LIST_ITEM.test(line)) return LIST_ITEM.test(first) || before.trimEnd().endsWith(":");
  // Continuation lines of list items and hanging paragraphs are all indented.
  return !LIST_ITEM.test(first) && indentOf(line) > indentOf(before) + 1 && indentOf(next) < indentOf(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether words are hyphenated at line ends: then more lines end with a hyphen than by chance. */
function isHyphenated(paragraphs: readonly string[][]): boolean {
  const ends = paragraphs.flatMap((lines) => lines.slice(0, -1));
  return ends.filter((line) => /\p{Ll}-$/u.test(line)).length > 0.04 * ends.length;
}
