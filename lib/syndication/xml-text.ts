/** What XML 1.0 can't hold, not even escaped: control characters, halves of pairs and two code points. Source: XML 1.0, 2.2 "Char" */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that no XML can hold. */
export function writableInXml(text: string): string {
  return text.replace(UNWRITABLE, "");
}

/** A text for an element or an attribute of XML or HTML. */
export function escapeXml(text: string): string {
  return writableInXml(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
