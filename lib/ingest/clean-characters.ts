import type { DocumentNode } from "@/lib/document/document";

/** Invisible characters, their names, and their replacements. */
const INVISIBLE: readonly { pattern: RegExp; one: string; more: string; replacement: string }[] = [
  { pattern: /\u00ad/g, one: "soft hyphen", more: "soft hyphens", replacement: "" },
  // Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are written with them.
  { pattern: /[\u200b\u2060\ufeff]/g, one: "zero-width space", more: "zero-width spaces", replacement: "" },
  // They disguise text. Marks (U+200E, U+200F) and isolates stay, because mixed text needs them.
  { pattern: /[\u202a-\u202e]/g, one: "direction override", more: "direction overrides", replacement: "" },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this matches
    pattern: /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
    one: "control character",
    more: "control characters",
    replacement: "",
  },
];

/**
 * Removes invisible characters from a document, which would make identical passages differ.
 * @returns the document, and notes on what was removed
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
  const notes = INVISIBLE.flatMap(({ one, more }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? `${one} was` : `${more} were`} removed.`];
  });
  return { doc: cleaned, notes };
}
