import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { cleanByline } from "../../../lib/ingest/fields/clean-byline";
import { parseFile } from "../../../lib/ingest/parse-file";
import { CommandError } from "../../obelus/command-error";

export interface ImportResult {
  page: string;
  /** F1 of the words of the imported text against the expected one; see `wordF1`. */
  f1: number;
  /** Names of the fields with the expected value, and of those with another. */
  right: string[];
  wrong: string[];
}

/** Imports real pages and compares the result with the expected articles. @param folder contains import/<page>/{source,expected}.html */
export async function evaluateImport(folder: string): Promise<ImportResult[]> {
  const root = join(folder, "import");
  if (!existsSync(root))
    throw new CommandError(`The folder ${root} does not exist. Set --data to the folder above it.`);
  const results: ImportResult[] = [];
  for (const page of readdirSync(root).sort()) {
    const file = (name: string) => join(root, page, name);
    if (!existsSync(file("source.html"))) continue;
    const parsed = await parseFile({
      bytes: readFileSync(file("source.html")),
      name: "source.html",
      format: "html",
    });
    const article = parsed.ok && parsed.value.kind === "article" ? parsed.value.article : null;
    const expected = parseHTML(`<html><body>${readFileSync(file("expected.html"), "utf8")}</body></html>`);
    const known = JSON.parse(readFileSync(file("expected-metadata.json"), "utf8")) as Record<string, unknown>;
    const metadata = article?.metadata ?? {};
    const fields = [
      ["title", known.title, metadata.title],
      // Some expected bylines are only a date.
      ["byline", cleanByline(String(known.byline ?? "")), metadata.byline],
      ["publisher", known.siteName, metadata.publisher],
      ["publishedAt", known.publishedTime, metadata.publishedAt],
      ["language", known.lang, metadata.language],
    ] as const;
    // A field without an expected value does not count as wrong: pages say more than the expected values cover.
    const compared = fields.filter(([, wanted]) => wanted);
    results.push({
      page,
      f1: wordF1(article?.text ?? "", expected.document.body.textContent ?? ""),
      right: compared.filter(([, wanted, got]) => wanted === got).map(([name]) => name),
      wrong: compared.filter(([, wanted, got]) => wanted !== got).map(([name]) => name),
    });
  }
  return results;
}

/** F1 of the words of two texts; a word that occurs twice counts twice. */
export function wordF1(text: string, expected: string): number {
  const left = new Map<string, number>();
  const actual = wordsOf(text);
  const wanted = wordsOf(expected);
  for (const word of actual) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  return actual.length + wanted.length === 0 ? 1 : (2 * shared) / (actual.length + wanted.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
