import type { DocumentNode } from "@/lib/document/document";

/** Invisible characters, their names, and what replaces them. */
interface Invisible {
  pattern: RegExp;
  one: string;
  more: string;
  /** What happened to them, in the note. */
  verb: string;
  replacement: string;
}

/*
 * Control characters that separate words come before those that are nothing: a vertical tab ends a line, a file separator a record.
 * Word writes a hyphen that does not break as U+001E and one that is only seen at a line's end as U+001F.
 */
const INVISIBLE: readonly Invisible[] = [
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
    pattern: /\u00ad|(?<=\p{Ll})\u001f(?=\p{Ll})/gu,
    one: "soft hyphen",
    more: "soft hyphens",
    verb: "removed",
    replacement: "",
  },
  // Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are written with them.
  {
    pattern: /[\u200b\u2060\ufeff]/g,
    one: "zero-width space",
    more: "zero-width spaces",
    verb: "removed",
    replacement: "",
  },
  // They disguise text. Marks (U+200E, U+200F) and isolates stay, because mixed text needs them.
  {
    pattern: /[\u202a-\u202e]/g,
    one: "direction override",
    more: "direction overrides",
    verb: "removed",
    replacement: "",
  },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
    pattern: /(?<=[\p{L}\p{N}])\u001e(?=[\p{L}\p{N}])/gu,
    one: "control character",
    more: "control characters",
    verb: "replaced by a hyphen",
    replacement: "\u2011",
  },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
    pattern: / ?[\u000b\u000c\u001c-\u001f\u0085\u2028\u2029]+ ?/g,
    one: "control character",
    more: "control characters",
    verb: "replaced by a space",
    replacement: " ",
  },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
    pattern: /[\u0001-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]/g,
    one: "control character",
    more: "control characters",
    verb: "removed",
    replacement: "",
  },
];

/**
 * Removes invisible characters from a document, which would make identical passages differ; those that separate words become a space.
 * @returns the document, and notes on what was changed
 */
export function stripInvisibleCharacters(doc: DocumentNode): { doc: DocumentNode; notes: string[] } {
  const counts = INVISIBLE.map(() => 0);
  const walk = (node: DocumentNode): DocumentNode | null => {
    if (node.text !== undefined) {
      let text = node.text;
      INVISIBLE.forEach(({ pattern, replacement }, index) => {
        counts[index] = (counts[index] ?? 0) + (text.match(pattern)?.length ?? 0);
        text = text.replace(pattern, replacement);
      });
      return text === "" ? null : { ...node, text };
    }
    if (!node.content) return node;
    return { ...node, content: node.content.map(walk).filter((child) => child !== null) };
  };
  const cleaned = walk(doc) ?? doc;
  const notes = INVISIBLE.flatMap(({ one, more, verb }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? `${one} was` : `${more} were`} ${verb}.`];
  });
  return { doc: cleaned, notes };
}
