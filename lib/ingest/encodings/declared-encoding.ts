import { encodingOf } from "./decode-as";

/** How many bytes of a page are searched for its encoding, by the WHATWG standard. */
const PRESCAN_BYTES = 1024;
/** Pages with long comments or scripts before it declare it later than the standard allows, and browsers find it all the same. */
const LATE_PRESCAN_BYTES = 8192;

/**
 * The encoding that a text declares in itself: in an XML declaration, or in a meta element of its head.
 * @returns its WHATWG name; UTF-16 counts as UTF-8, because the declaration could be read; null if there is none
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, LATE_PRESCAN_BYTES));
  return inXml(head) ?? inMeta(head.slice(0, PRESCAN_BYTES)) ?? inMeta(head);
}

function inXml(head: string): string | null {
  const declaration = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*(?:"([^"<>]{1,40})"|'([^'<>]{1,40})')/.exec(
    head,
  );
  const label = declaration?.[1] ?? declaration?.[2];
  return label ? readable(label) : null;
}

/** Parts of a page that are no markup, and tags, by their beginning. */
const PARTS =
  /<!--(?:>|->|[\s\S]*?(?:-->|$))|<(script|style|title|textarea|xmp)\b[^>]*>[\s\S]*?(?:<\/\1\b|$)|<meta[\s/]((?:"[^"]*"|'[^']*'|[^'">])*)>|<[!/?a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Searches the meta elements, outside comments, scripts and the values of attributes. */
function inMeta(head: string): string | null {
  for (const [, , attributes] of head.matchAll(PARTS)) {
    if (attributes === undefined) continue;
    const encoding = inAttributes(attributes);
    if (encoding) return encoding;
  }
  return null;
}

function inAttributes(text: string): string | null {
  const attributes = new Map<string, string>();
  for (const [, name = "", quoted, single, bare] of text.matchAll(
    /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, quoted ?? single ?? bare ?? "");
  }
  const charset = attributes.get("charset");
  if (charset) return readable(charset);
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-type") return null;
  return charsetIn(attributes.get("content") ?? "");
}

/** The encoding in a content type: "text/html; charset=windows-1251". */
function charsetIn(contentType: string): string | null {
  const [, double, single, bare] =
    /charset\s*=\s*(?:"([^"]{1,40})"|'([^']{1,40})'|([^\s;"']{1,40}))/i.exec(contentType) ?? [];
  const label = double ?? single ?? bare;
  return label ? readable(label) : null;
}

function readable(label: string): string | null {
  const encoding = encodingOf(label);
  return encoding?.startsWith("utf-16") ? "utf-8" : encoding;
}
