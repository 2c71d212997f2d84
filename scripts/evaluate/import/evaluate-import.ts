import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { decodeText } from "../../../lib/ingest/decode-text";
import { cleanByline } from "../../../lib/ingest/fields/clean-byline";
import { type FileArticle, parseFile } from "../../../lib/ingest/parse-file";
import { secondOpinion } from "../../../lib/ingest/second-opinion/second-opinion";
import { CommandError } from "../../obelus/command-error";
import { seededRandom, seedOf } from "../random";
import { LOSSES, type Loss, plantLoss } from "./plant-losses";

const LOSSES_PER_PAGE = 45;

export interface ImportResult {
  page: string;
  /** F1 of the words of the imported text against the expected one; see `wordF1`. */
  f1: number;
  /** The same of `@mozilla/readability` in jsdom, without anything of ours. */
  readability: number;
  /** Differences that the second opinion lists. Every one is a false alarm if the words are all there. */
  alarms: number;
  /** Of losses planted in the imported text, how many it finds. */
  found: number;
  planted: number;
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
    const wanted = expected.document.body.textContent ?? "";
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
    const compared = fields.filter(([, value]) => value);
    results.push({
      page,
      f1: wordF1(article?.text ?? "", wanted),
      readability: wordF1(readByReadability(readFileSync(file("source.html"), "utf8")), wanted),
      ...(await findPlanted(page, readFileSync(file("source.html")), article)),
      alarms: (article?.differences.passages ?? 0) + (article?.differences.figures ?? 0),
      right: compared.filter(([, value, got]) => value === got).map(([name]) => name),
      wrong: compared.filter(([, value, got]) => value !== got).map(([name]) => name),
    });
  }
  return results;
}

/** Plants losses in the imported text, and looks whether the second opinion lists more than without them. */
async function findPlanted(page: string, bytes: Uint8Array, article: FileArticle | null) {
  const result = { found: 0, planted: 0 };
  if (!article) return result;
  const random = seededRandom(seedOf(page));
  const original = { kind: "html", value: decodeText(bytes).text } as const;
  for (let round = 0; round < LOSSES_PER_PAGE; round++) {
    const text = plantLoss(article.text, LOSSES[round % LOSSES.length] as Loss, random);
    if (text === null) continue;
    const { passages, figures } = await secondOpinion(original, text);
    result.planted += 1;
    if (passages + figures > article.differences.passages + article.differences.figures) result.found += 1;
  }
  return result;
}

/** The text that Readability finds by itself, as its documentation uses it. */
function readByReadability(markup: string): string {
  const { window } = new JSDOM(markup, { virtualConsole: new VirtualConsole() });
  try {
    return new Readability(window.document).parse()?.textContent ?? "";
  } finally {
    window.close();
  }
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
