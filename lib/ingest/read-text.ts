import type { DocumentNode } from "@/lib/document/document";

/**
 * The paragraphs of a plain text: one a line, or, where lines were broken to a width, one between blank lines.
 * @param value well-formed, without NUL
 */
export function readText(value: string): DocumentNode {
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  const paragraphs = isHardWrapped(lines) ? unwrapped(lines) : lines.filter((line) => line !== "");
  return {
    type: "doc",
    content: paragraphs.length
      ? paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
      : [{ type: "paragraph" }],
  };
}

/** A width at which mail programs and typewriters break lines, at the most. */
const WIDEST = 100;
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

function unwrapped(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      paragraphs.push(open.join(" "));
      open = [];
    }
  }
  return paragraphs;
}
