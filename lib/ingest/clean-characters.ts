import type { DocumentNode } from "@/lib/document/document";

/** Characters that are not seen, what they are called, and what stands in their place. */
const UNSEEN: readonly { pattern: RegExp; one: string; more: string; instead: string }[] = [
  { pattern: /\u00ad/g, one: "soft hyphen", more: "soft hyphens", instead: "" },
  // Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are written with them.
  { pattern: /[\u200b\u2060\ufeff]/g, one: "zero-width space", more: "zero-width spaces", instead: "" },
  // They make text look other than it is; marks (U+200E, U+200F) and isolates stay, as mixed text needs them.
  { pattern: /[\u202a-\u202e]/g, one: "direction override", more: "direction overrides", instead: "" },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    pattern: /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
    one: "control character",
    more: "control characters",
    instead: "",
  },
];

/**
 * Leaves out of a document's text what nobody sees and what would make two like passages differ.
 * @returns the document, and sentences that say what was left out
 */
export function stripInvisibleCharacters(doc: DocumentNode): { doc: DocumentNode; notes: string[] } {
  const counts = UNSEEN.map(() => 0);
  const walk = (node: DocumentNode): DocumentNode | null => {
    if (node.text !== undefined) {
      let text = node.text;
      UNSEEN.forEach(({ pattern, instead }, index) => {
        counts[index] = (counts[index] ?? 0) + (text.match(pattern)?.length ?? 0);
        text = text.replace(pattern, instead);
      });
      return text === "" ? null : { ...node, text };
    }
    if (!node.content) return node;
    return { ...node, content: node.content.map(walk).filter((child) => child !== null) };
  };
  const cleaned = walk(doc) ?? doc;
  const notes = UNSEEN.flatMap(({ one, more }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? `${one} was` : `${more} were`} left out.`];
  });
  return { doc: cleaned, notes };
}
