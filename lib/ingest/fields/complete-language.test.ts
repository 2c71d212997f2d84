import { expect, test, vi } from "vitest";
import texts from "../encodings/sample-texts.json";
import { parseArticle } from "../parse-article";
import { completeLanguage } from "./complete-language";
import { detectLanguage } from "./detect-language";

const ENGLISH =
  "The harbour board said on Tuesday that the new breakwater would be ready by autumn, and that its costs had been checked twice by two of its members, who explain in the report why it was not asked for earlier.";

test.each(Object.entries(texts))("the text %s is in its language", async (name, text) => {
  expect(await detectLanguage(text)).toBe(name.replace(/\d$|-.*$/g, ""));
  expect(await detectLanguage(`${text} `.repeat(10))).toBe(name.replace(/\d$|-.*$/g, ""));
});

test.each([
  ["English", ENGLISH, "en"],
  [
    "two languages",
    `${texts.de} ${texts.de} ${texts.de} ${texts.fr} ${texts.fr} ${texts.fr} ${texts.fr}`,
    null,
  ],
  ["a few words", "Le port", null],
  ["no words", "1 2 3 ".repeat(100), null],
  ["none", "", null],
])("%s", async (_, text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each<[string, string, string | undefined, string | undefined, string[]]>([
  ["is added", texts.fr, undefined, "fr", ["Language detected from the text: French."]],
  ["is added without a note, where it is English", ENGLISH, undefined, "en", []],
  ["stays as declared", texts.fr, "fr-CA", "fr-CA", []],
  ["stays as declared, in English", ENGLISH, "en-GB", "en-GB", []],
  [
    "stays as declared, with a note, where a template declares English",
    texts.es,
    "en",
    "en",
    ["The page declares its language as English, but the text is in Spanish. Check the language."],
  ],
  [
    "stays as declared, with a note, where the text is English",
    ENGLISH,
    "fr",
    "fr",
    ["The page declares its language as French, but the text is in English. Check the language."],
  ],
  ["stays as declared, if the detector does not know it", "Cymru ".repeat(40), "cy", "cy", []],
  ["stays unknown for a few words", "Le port", undefined, undefined, []],
])("the language %s", async (_, value, declared, language, notes) => {
  const parsed = parseArticle({ format: "text", value });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const article = { ...parsed.value, metadata: { ...(declared && { language: declared }) } };
  const completed = await completeLanguage(article);
  expect(completed.metadata.language).toBe(language);
  expect(completed.notes).toEqual(notes);
});

test("the detector is not loaded for a text in its declared language", async () => {
  vi.resetModules();
  vi.doMock("eld/small", () => {
    throw new Error("It was loaded.");
  });
  const { completeLanguage: complete } = await import("./complete-language");
  const parsed = parseArticle({ format: "text", value: texts.de });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const article = { ...parsed.value, metadata: { language: "de" } };
  expect(await complete(article)).toBe(article);
  await expect(complete(parsed.value)).rejects.toThrow();
  vi.doUnmock("eld/small");
});
