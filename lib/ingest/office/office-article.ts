/** What a reader finds in a document of an office program, an e-book or a mail. */
export interface OfficeArticle {
  /** HTML unless `format` says otherwise. */
  value: string;
  format?: "text";
  /** What it is from, which decides who reads it a second time. */
  kind: "docx" | "odt" | "rtf" | "epub" | "mail";
  /** Numbers of items and notes that the file has as markup and the text as characters. */
  labels?: readonly string[];
  /** Whether the HTML is a page as a server sends it: only its article counts. Otherwise everything does. */
  isPage?: boolean;
  title?: string | undefined;
  byline?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  /** ISO 8601 day. */
  publishedAt?: string | undefined;
  /** Where a saved page is from. */
  address?: string | undefined;
  /** What an editor should know about the import, in sentences. */
  notes: string[];
}

/** A number with its noun: "1 comment", "2 comments". */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
}

/** "was" or "were". */
export function wasOrWere(count: number): string {
  return count === 1 ? "was" : "were";
}

/** Names that programs enter when no one has named a document. */
const NO_TITLE =
  /^(?:microsoft word\b.*|(?:document|dokument|documento|doc|untitled|ohne titel|sans titre|titel|title|word document|normal|template|blank|powerpoint[ -].*)[ -_]*\d*|[^\s]*\.(?:docx?|dotx?|docm|rtf|odt|ott|txt|html?|pdf))$/i;
/** Names that programs put in for a person whom they do not know. */
const NO_AUTHOR =
  /^(?:author|autor|user|utilisateur|benutzer|usuario|admin|administrator|unknown|anonymous|guest|owner|default|microsoft(?: office)?(?: user)?|windows user|office user|python-docx|un-named|apache poi|docx4j|aspose.*|openxml.*|libreoffice.*|openoffice.*|[*.\-_\s]*)$/i;

/** The title in a document's properties, unless it is one that programs put in. */
export function ownTitle(title: string | null | undefined): string | undefined {
  const tidy = title?.replace(/\s+/g, " ").trim() ?? "";
  return tidy === "" || tidy.length > 500 || NO_TITLE.test(tidy) ? undefined : tidy;
}

/** The authors in a document's properties, separated by commas, unless they are names that programs put in. */
export function ownAuthors(authors: string | null | undefined): string | undefined {
  const names = (authors ?? "")
    .split(";")
    .map((name) => name.replace(/\s+/g, " ").trim())
    .filter((name) => name !== "" && name.length <= 200 && !NO_AUTHOR.test(name));
  return [...new Set(names)].join(", ") || undefined;
}
