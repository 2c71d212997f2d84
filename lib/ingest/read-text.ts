import type { DocumentNode } from "@/lib/document/document";

/**
 * The paragraphs of a plain text: one a line, or, where lines were broken to a width, one between blank lines.
 * @param value well-formed, without NUL
 */
export function readText(value: string): DocumentNode {
  const given = unquoted(value.split(/\r\n|[\n\r\u2028\u2029]/));
  const lines = given.map((line) => line.trim());
  const paragraphs = isHardWrapped(lines) ? unwrapped(given) : lines.filter((line) => line !== "");
  return {
    type: "doc",
    content: paragraphs.length
      ? paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
      : [{ type: "paragraph" }],
  };
}

/** A width at which mail programs and typewriters break lines, at the most. */
const WIDEST = 130;
/** Shorter lines are those of a poem or a list. */
const NARROWEST = 40;

/**
 * Whether lines were broken to a width: most of those that another follows at once are nearly as long as the longest, which is no longer
 * than such a width, and do not end a sentence more often than chance has it.
 */
function isHardWrapped(lines: readonly string[]): boolean {
  const followed = lines.filter((line, index) => line !== "" && (lines[index + 1] ?? "") !== "");
  if (followed.length < 3) return false;
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest > WIDEST || longest < NARROWEST) return false;
  const full = followed.filter((line) => line.length >= 0.7 * longest).length;
  const ended = followed.filter((line) => /[.!?:;。！？]["”’»)]*$/.test(line)).length;
  return full >= 0.8 * followed.length && ended <= 0.5 * followed.length;
}

/** The text of a mail that quotes another from its first line to its last. */
function unquoted(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== "");
  if (written.length < 3 || !written.every((line) => line.startsWith(">"))) return lines;
  return unquoted(lines.map((line) => line.replace(/^> ?/, "")));
}

/** What a point of a list begins with. */
const POINT = /^\s*(?:[-*•◦▪‣]|\d{1,3}[.)])\s+\S/;

/** A paragraph ends at a blank line, at the next point of a list, and where the next is set in at its first line. */
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
    paragraph.reduce((text, line) => {
      if (!/\p{L}-$/u.test(text) || !/^\p{Ll}/u.test(line)) return `${text} ${line}`;
      return (hyphenated ? text.slice(0, -1) : text) + line;
    }),
  );
}

/** Whether a line begins a paragraph though no blank line is before it. @param first line of the paragraph before */
function beginsWithin(line: string, before: string, next: string, first: string): boolean {
  // A line may begin with a dash or "5." by chance; not in a list.
  if (POINT.test(line)) return POINT.test(first) || before.trimEnd().endsWith(":");
  // The further lines of a point, and of other paragraphs that hang, are all set in.
  return !POINT.test(first) && indentOf(line) > indentOf(before) + 1 && indentOf(next) < indentOf(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether words were broken at the ends of lines: then more lines end with a hyphen than words have one of their own at that place. */
function isHyphenated(paragraphs: readonly string[][]): boolean {
  const ends = paragraphs.flatMap((lines) => lines.slice(0, -1));
  return ends.filter((line) => /\p{Ll}-$/u.test(line)).length > 0.04 * ends.length;
}
