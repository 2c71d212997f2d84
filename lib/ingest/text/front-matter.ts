import { readDate } from "@/lib/sources/read-date";
import type { ArticleMetadata } from "../read-metadata";

/** A Markdown file without its head, and what the head says. */
export interface MarkdownFile {
  body: string;
  metadata: ArticleMetadata;
  /** The names in the head; empty if there is none. */
  names: string[];
}

/** More lines than the head of any article. */
const MAX_LINES = 200;
const MAX_LENGTH = 20_000;

/** Names that static site generators and note programs use. */
const KNOWN =
  /^(?:title|date|author|authors|by|byline|tags|tag|categories|category|layout|slug|draft|description|summary|excerpt|lang|language|locale|image|cover|published|publishdate|published_at|pubdate|lastmod|updated|modified|created|url|permalink|aliases|alias|id|type|weight|series|subtitle|keywords|publisher|source|canonical|canonical_url|canonicalurl|template|status|toc|comments|featured|hero|thumbnail|cssclass|cssclasses|abstract|bibliography|output|format|sidebar_position|sidebar_label|section|topics|teaser|email|version|sticky|pin|math|mermaid|editor|copyright|license)$/i;

type Value = string | string[];

/**
 * Removes the head of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object. A text that only begins with a line across
 * is left as it is.
 */
export function takeFrontMatter(value: string): MarkdownFile {
  const none: MarkdownFile = { body: value, metadata: {}, names: [] };
  const start = value.slice(0, MAX_LENGTH);
  const lines = start.split(/\r\n|\n|\r/).slice(0, MAX_LINES);
  const first = lines[0]?.trimEnd() ?? "";
  const found =
    first === "---"
      ? headOf(lines, /^(?:---|\.\.\.)\s*$/, yamlOf)
      : first === "+++"
        ? headOf(lines, /^\+\+\+\s*$/, tomlOf)
        : first.startsWith("{")
          ? jsonOf(lines)
          : null;
  if (!found) return none;
  const body = value
    .split(/\r\n|\n|\r/)
    .slice(found.end + 1)
    .join("\n");
  return { body, metadata: metadataOf(found.fields), names: [...found.fields.keys()] };
}

interface Head {
  fields: Map<string, Value>;
  /** Index of the last line. */
  end: number;
}

function headOf(
  lines: readonly string[],
  fence: RegExp,
  read: (lines: readonly string[]) => Map<string, Value> | null,
): Head | null {
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end < 2) return null;
  const fields = read(lines.slice(1, end));
  if (!fields || fields.size === 0) return null;
  // Prose between two lines can look like one name; a head has names that programs know, or that only programs use.
  const isHead =
    [...fields.keys()].some((name) => KNOWN.test(name)) || [...fields.keys()].every(isProgramName);
  return isHead ? { fields, end } : null;
}

function isProgramName(name: string): boolean {
  return /^[a-z][a-z\d]*(?:[_.-][a-z\d]+)*$/.test(name);
}

const YAML_FIELD =
  /^(?:"([^"]{1,80})"|'([^']{1,80})'|([\p{L}_][\p{L}\p{N}_. -]{0,80}?))\s*:(?:\s+(.*)|\s*)$/u;

/** Reads the names at the outer level, with their texts and lists; null if the lines are not YAML. */
function yamlOf(lines: readonly string[]): Map<string, Value> | null {
  const fields = new Map<string, Value>();
  let name = "";
  let inner: string[] = [];
  let rest = "";
  const close = () => {
    if (name !== "") fields.set(name, yamlValue(rest, inner));
    inner = [];
  };
  for (const line of lines) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    if (/^(?:\s|-(?:\s|$)|[\]}])/.test(line)) {
      if (name === "") return null;
      inner.push(line);
      continue;
    }
    const [, double, single, plain, text = ""] = YAML_FIELD.exec(line) ?? [];
    const next = double ?? single ?? plain;
    if (next === undefined) {
      // A list or an object in brackets can go over several lines.
      if (!/^[[{]/.test(rest)) return null;
      inner.push(line);
      continue;
    }
    close();
    name = next.trim();
    rest = text.trim();
  }
  close();
  return fields;
}

function yamlValue(rest: string, inner: readonly string[]): Value {
  if (/^[|>][+-]?\d?$/.test(rest)) return inner.map((line) => line.trim()).join(" ");
  const text = withoutComment(rest);
  if (text.startsWith("[")) return listOf([text, ...inner].join(" "));
  if (text !== "") return unquoted([text, ...inner.map((line) => line.trim())].join(" "));
  // A list of texts, or of people with names.
  const items: string[] = [];
  let inItem = false;
  for (const line of inner) {
    const [, item] = /^\s*-\s*(.*)$/.exec(line) ?? [];
    const [, named] = /^\s*(?:-\s*)?["']?name["']?\s*:\s*(.+)$/i.exec(line) ?? [];
    if (named) {
      if (inItem && item === undefined) items.pop();
      items.push(unquoted(withoutComment(named)));
      inItem = false;
    } else if (item !== undefined) {
      items.push(unquoted(withoutComment(item)));
      inItem = true;
    }
  }
  return items;
}

function withoutComment(text: string): string {
  return /^["']/.test(text) ? text : text.replace(/(?:^|\s)#.*$/, "").trim();
}

function unquoted(text: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (double !== undefined) {
    try {
      return String(JSON.parse(`"${double}"`));
    } catch {
      return double;
    }
  }
  const single = /^'((?:[^']|'')*)'/.exec(text)?.[1];
  return single === undefined ? text : single.replaceAll("''", "'");
}

function listOf(text: string): string[] {
  const inside = text.replace(/^\[/, "").replace(/\][^\]]*$/, "");
  return [...inside.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g)]
    .map(([item]) => unquoted(item.trim()))
    .filter(Boolean);
}

/** Reads the names before the first table; null if the lines are not TOML. */
function tomlOf(lines: readonly string[]): Map<string, Value> | null {
  const fields = new Map<string, Value>();
  let table = "";
  let name = "";
  for (const line of lines) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const heading = /^\s*\[{1,2}\s*([\w."'-]+)\s*\]{1,2}\s*(?:#.*)?$/.exec(line)?.[1];
    if (heading !== undefined) {
      table = heading;
      if (fields.size === 0) fields.set(heading, "");
      continue;
    }
    const [, next, text = ""] = /^\s*["']?([\w.-]+)["']?\s*=\s*(.+)$/.exec(line) ?? [];
    if (next !== undefined) {
      name = next;
      const value = text.trim();
      // A person in a table of authors.
      const key = table === "" ? next : /^authors?$/i.test(table) && next === "name" ? "author" : "";
      if (key !== "")
        fields.set(key, value.startsWith("[") ? listOf(value) : unquoted(withoutComment(value)));
      continue;
    }
    // The rest of a list.
    if (name === "" || !/^\s*["'\]\d-]/.test(line)) return null;
    const before = fields.get(name);
    if (Array.isArray(before)) fields.set(name, [...before, ...listOf(line)]);
  }
  return fields;
}

/** A JSON object at the beginning, closed by a brace on a line of its own, with a text after it. */
function jsonOf(lines: readonly string[]): Head | null {
  const end = lines.findIndex((line) => /^\}\s*$/.test(line));
  if (end < 1 || !lines.slice(end + 1).some((line) => line.trim())) return null;
  try {
    const parsed: unknown = JSON.parse(lines.slice(0, end + 1).join("\n"));
    if (typeof parsed !== "object" || parsed === null) return null;
    const fields = new Map<string, Value>();
    for (const [name, value] of Object.entries(parsed)) {
      const texts = [value].flat().map((each) => (isNamed(each) ? each.name : each));
      const known = texts.filter((each) => typeof each === "string" || typeof each === "number").map(String);
      fields.set(name, Array.isArray(value) ? known : (known[0] ?? ""));
    }
    return fields.size > 0 ? { fields, end } : null;
  } catch {
    return null; // A text that begins with a brace.
  }
}

function isNamed(value: unknown): value is { name: string } {
  return (
    typeof value === "object" && value !== null && typeof (value as { name?: unknown }).name === "string"
  );
}

function metadataOf(fields: ReadonlyMap<string, Value>): ArticleMetadata {
  const byName = new Map(
    [...fields].map(([name, value]) => [name.toLowerCase().replace(/[\s_-]/g, ""), value]),
  );
  const textOf = (...names: string[]) => {
    for (const name of names) {
      const value = byName.get(name);
      const text = (Array.isArray(value) ? value.join(", ") : (value ?? "")).replace(/\s+/g, " ").trim();
      if (text !== "" && text !== "null" && text !== "~") return text;
    }
    return undefined;
  };
  const written = textOf(
    "date",
    "published",
    "publishdate",
    "publishedat",
    "pubdate",
    "publishedon",
    "created",
  );
  const date = written && readDate(written);
  const address = textOf("canonicalurl", "canonical", "url", "source");
  const found: ArticleMetadata = {};
  const title = textOf("title", "headline");
  const byline = textOf("author", "authors", "byline", "by", "creator");
  const language = textOf("lang", "language", "locale");
  const publisher = textOf("publisher", "publication", "site");
  if (title) found.title = title;
  if (byline) found.byline = byline;
  if (publisher) found.publisher = publisher;
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(date)) found.publishedAt = date;
  if (language && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(language))
    found.language = language.replaceAll("_", "-");
  if (address && /^https?:\/\/\S+$/.test(address)) found.canonicalUrl = address;
  return found;
}
