/** A piece of a line: text, or a link. */
export type PageInline = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

/** A block of a page. */
export type PageBlock =
  | { kind: "heading" | "paragraph"; line: PageInline[] }
  | { kind: "list"; items: PageInline[][] };

/**
 * The blocks of a text as people write it: paragraphs are separated by a blank line, a line that begins with "## " is a heading, lines
 * that begin with "- " are a list, and `[words](address)` is a link, as is an address on its own.
 */
export function pageBlocks(text: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", line: inlines(paragraph.join(" ")) });
    paragraph = [];
  };
  for (const each of text.split("\n")) {
    const line = each.trim();
    const isItem = line.startsWith("- ");
    if (line === "" || isItem || line.startsWith("## ")) endParagraph();
    if (line === "") continue;
    if (isItem) {
      const last = blocks.at(-1);
      const item = inlines(line.slice(2).trim());
      if (last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
    } else if (line.startsWith("## ")) blocks.push({ kind: "heading", line: inlines(line.slice(3).trim()) });
    else paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

/** Words in brackets with an address, or an address alone. Its parts have limits, so that no text takes long. */
const LINK = /\[([^[\]\n]{1,300})\]\(([^\s()]{1,1000})\)|https?:\/\/[^\s<>()[\]"]{1,1000}/g;

function inlines(line: string): PageInline[] {
  const parts: PageInline[] = [];
  let at = 0;
  const add = (text: string) => text && parts.push({ kind: "text", text });
  for (const match of line.matchAll(LINK)) {
    // A full stop after an address ends the sentence.
    const found = match[2] === undefined ? match[0].replace(/[.,;:!?]+$/, "") : match[0];
    const href = safeAddress(match[2] ?? found);
    if (href === null) continue;
    add(line.slice(at, match.index));
    parts.push({ kind: "link", text: match[1] ?? found, href });
    at = match.index + found.length;
  }
  add(line.slice(at));
  return parts;
}

/** An address that a link can have: of the web, of mail, or a path of this site. */
function safeAddress(address: string): string | null {
  if (/^\/(?![/\\])/.test(address)) return address;
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(address)) return address;
  try {
    const { protocol, href } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
