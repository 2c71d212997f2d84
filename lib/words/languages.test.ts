import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import "./languages";
import { PUBLIC_NOUNS } from "./public-words";
import { languages } from "./words";

const FOLDER = join(import.meta.dirname);
const OTHERS = ["es", "fr", "de", "ar", "zh"];

/** "reportTables" is in report-tables.json. */
const fileOf = (noun: string) => `${noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;
const read = (language: string, noun: string) =>
  JSON.parse(readFileSync(join(FOLDER, language, fileOf(noun)), "utf8")) as Record<string, string>;

test("six languages are spoken, English first", () => {
  expect(languages()).toEqual(["en", ...OTHERS]);
});

test.each(OTHERS)("%s has the public catalogues and no others", (language) => {
  const files = readdirSync(join(FOLDER, language)).filter((name) => name.endsWith(".json"));
  expect(files.sort()).toEqual(PUBLIC_NOUNS.map(fileOf).sort());
});

const catalogues = OTHERS.flatMap((language) =>
  PUBLIC_NOUNS.map((noun) => ({ language, noun, english: read("en", noun), own: read(language, noun) })),
);

describe.each(catalogues)("$noun in $language", ({ language, english, own }) => {
  test("it has the keys of English, each with words", () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    const empty = Object.keys(own).filter((key) => own[key]?.trim() === "" && english[key]?.trim() !== "");
    expect(empty).toEqual([]);
  });

  test("each message has the arguments, choices and tags of the English one", () => {
    const differing = Object.keys(english).filter(
      (key) => String(partsOf(own[key] ?? "")) !== String(partsOf(english[key] ?? "")),
    );
    expect(differing).toEqual([]);
  });

  test("each plural has the categories of the language", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong = Object.entries(own).flatMap(([key, message]) =>
      pluralsOf(parse(message)).flatMap((found) => {
        const given = found.filter((option) => !option.startsWith("="));
        const isComplete = needed.every((category) => given.includes(category));
        const isKnown = given.every((category) => needed.some((each) => each === category));
        return isComplete && isKnown ? [] : [`${key}: ${given.join(" ")}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test("a rating's label is that of no other rating, in any language", () => {
  const labels = ["en", ...OTHERS].flatMap((language) =>
    Object.entries(read(language, "scale")).flatMap(([key, label]) =>
      key.endsWith(".label") ? [{ key, label }] : [],
    ),
  );
  const ambiguous = labels.filter((one) =>
    labels.some((other) => other.label === one.label && other.key !== one.key),
  );
  expect(ambiguous).toEqual([]);
});

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The kinds of pieces of a parsed message, by the numbers that the parser gives them. */
const TYPE = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const;

const parse = (message: string) => new IntlMessageFormat(message, "en").getAst();

/** What the code passes to a message or reads from it: arguments, tags, the options of choices, and marks that a script replaces. */
function partsOf(message: string): string[] {
  const parts = new Set<string>(message.match(/__\w+?__/g));
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        parts.add(`<${element.value}>`);
        visit(element.children);
        continue;
      }
      parts.add(`{${element.value}}`);
      if (element.type === TYPE.select)
        for (const option of Object.keys(element.options)) parts.add(`{${element.value}} ${option}`);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const { value } of Object.values(element.options)) visit(value);
    }
  };
  visit(parse(message));
  return [...parts].sort();
}

/** The options of each plural of a message. */
function pluralsOf(elements: readonly Element[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsOf(element.children);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsOf(value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}
