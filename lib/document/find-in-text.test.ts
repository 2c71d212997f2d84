import fc from "fast-check";
import { expect, test } from "vitest";
import { findInText, foldText } from "./find-in-text";

test.each<[string, string, string, string[]]>([
  ["every occurrence", "Trade rose. Trade fell.", "trade", ["Trade", "Trade"]],
  ["capitals make no difference", "STRASSE and Straße", "strasse", ["STRASSE"]],
  ["accents make no difference", "A café, a cafe\u0301.", "cafe", ["café", "cafe\u0301"]],
  ["quotation marks of any kind", 'He said “no” and "no".', '"no"', ["“no”", '"no"']],
  ["dashes of any kind", "2020–2023, 2020-2023", "2020-2023", ["2020–2023", "2020-2023"]],
  [
    "white space of any kind, across blocks",
    "rose to\n$240  billion",
    "to $240 billion",
    ["to\n$240  billion"],
  ],
  ["white space at the ends of the search", "a trade b", " trade\n", ["trade"]],
  ["a space where the text has none: no", "online", "on line", []],
  ["occurrences that overlap once", "aaaaa", "aa", ["aa", "aa"]],
  [
    "soft hyphens and joiners make no difference",
    "tr\u00adade\u200b rose",
    "trade rose",
    ["tr\u00adade\u200b rose"],
  ],
  ["invisible characters of the search neither", "trade", "tr\u00adade", ["trade"]],
  ["the stretched letters of Arabic neither", "محـــمد", "محمد", ["محـــمد"]],
  ["digits of any script", "in ٢٠٢٤ or २०२४ or ۲۰۲۴", "2024", ["٢٠٢٤", "२०२४", "۲۰۲۴"]],
  ["vowel points of Hebrew make no difference", "שָׁלוֹם", "שלום", ["שָׁלוֹם"]],
  ["marks of Hindi are letters", "कि", "क", ["क"]],
  ["but another mark is another word", "की", "कि", []],
  ["voicing marks of Japanese are letters", "か", "が", []],
  ["a ligature is its letters", "an oﬃce", "office", ["oﬃce"]],
  ["words that end inside a ligature: with all of it", "an oﬃce", "of", ["oﬃ"]],
  ["words that begin inside a ligature: with all of it", "an oﬃce", "ice", ["ﬃce"]],
  ["a letter that a ligature has twice, once", "oﬃce", "f", ["ﬃ"]],
  ["a word inside a character that means a phrase", "aﷺ b", "لى", ["ﷺ"]],
  ["all the words of a character that means a phrase", "aﷺ b", "صلى الله عليه وسلم", ["ﷺ"]],
  ["its last word and what follows", "aﷺ b", "وسلم b", ["ﷺ b"]],
  ["what is before it and its first word", "a ﷺ b", "a صلى", ["a ﷺ"]],
  ["a unit of several letters, with a word after it", "5 ㌔ far", "キロ far", ["㌔ far"]],
  ["many characters that mean a phrase", "ﷺ".repeat(40), "وسلمصلى الله", Array(20).fill("ﷺﷺ")],
  ["words after a ligature", "ﬃ ﬃ trade", "trade", ["trade"]],
  ["words after a character that means a phrase", "ﷺ trade", "trade", ["trade"]],
  ["full-width letters", "ＴＲＡＤＥ", "trade", ["ＴＲＡＤＥ"]],
  ["emoji before it", "😀😀 trade", "trade", ["trade"]],
  ["no words", "Trade", "  ", []],
  ["words that don't occur", "Trade", "peace", []],
])("find: %s", (_, text, words, expected) => {
  expect(findInText(foldText(text), words).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test("returns at most `limit` occurrences", () => {
  const text = foldText("a a a a");
  expect(findInText(text, "a", 2)).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 3 },
  ]);
  expect(findInText(text, "a", 5)).toHaveLength(4);
});

test("each unit of a folded text knows where it is from, in order", () => {
  const character = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constantFrom("ﷺ", "ﬃ", "\u00ad", " "),
  );
  fc.assert(
    fc.property(fc.array(character), (characters) => {
      const text = characters.join("");
      const { folded, offsets } = foldText(text);
      expect(offsets).toHaveLength(folded.length + 1);
      expect(offsets.at(-1)).toBe(text.length);
      expect([...offsets]).toEqual([...offsets].sort((a, b) => a - b));
    }),
  );
});

test("no occurrence cuts a character in two or overlaps another", () => {
  const character = fc.constantFrom("a", "f", "i", "ﬃ", "ﷺ", "ß", "é", " ", "\u00ad", "😀");
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 30 }),
      fc.array(character, { minLength: 1, maxLength: 3 }),
      (characters, sought) => {
        const boundaries = new Set([0]);
        for (const each of characters) boundaries.add(Math.max(...boundaries) + each.length);
        let end = 0;
        for (const found of findInText(foldText(characters.join("")), sought.join(""))) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(boundaries.has(found.start) && boundaries.has(found.end)).toBe(true);
          end = found.end;
        }
      },
    ),
  );
});

test("any word of a text is found where it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zäöé]{3,8}$/), { minLength: 3, maxLength: 20 }),
      fc.nat(),
      (words, seed) => {
        const text = words.join(" ");
        const word = words[seed % words.length] as string;
        const occurrences = findInText(foldText(text), word.toUpperCase());
        expect(occurrences.some(({ start, end }) => text.slice(start, end) === word)).toBe(true);
      },
    ),
  );
});
