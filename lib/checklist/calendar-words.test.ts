import { expect, test } from "vitest";
import { type CalendarWords, calendarWords } from "./calendar-words";

test.each<[string, string, keyof CalendarWords, string[], string[]]>([
  ["long and short names, in lower case", "en", "months", ["january", "december", "jan", "dec", "may"], []],
  ["no full stop", "de", "months", ["okt", "sept"], ["okt."]],
  ["a month alone and after a day", "ru", "months", ["май", "мая", "январь", "января"], []],
  ["the days of the week", "fr", "weekdays", ["lundi", "dimanche", "lun", "dim"], ["janvier"]],
  ["no name of two letters", "de", "weekdays", ["montag", "sonntag"], ["mo"]],
  ["letters with accents", "el", "weekdays", ["τρίτη", "σάββατο", "τρί"], []],
])("%s: %s", (_, language, part, includes, excludes) => {
  const found = calendarWords(language)[part];
  expect(includes.filter((word) => !found.has(word))).toEqual([]);
  expect(excludes.filter((word) => found.has(word))).toEqual([]);
});

test.each([
  ["en", 23, 14],
  ["ja", 0, 7],
  ["vi", 0, 0],
])("%s has %i names of months and %i of days", (language, months, weekdays) => {
  const found = calendarWords(language);
  expect([found.months.size, found.weekdays.size]).toEqual([months, weekdays]);
});

test("a language is read once", () => {
  expect(calendarWords("en")).toBe(calendarWords("en"));
});
