import { expect, test } from "vitest";
import { collectNames, DATE_LANGUAGES } from "./collect-names";
import { namesOf } from "./month-names";

test("the stored names are those of the data of Unicode; where they differ, run scripts/make-month-tables.ts", () => {
  const stored = namesOf(null);
  const collected = collectNames(DATE_LANGUAGES);
  expect(Object.fromEntries(stored.months)).toEqual(Object.fromEntries(collected.months));
  expect(stored.weekdays).toEqual(collected.weekdays);
  expect(stored.phrases).toEqual(collected.phrases);
});

test.each([
  [null, "januari", [1]],
  [null, "mar", [3]],
  ["fr", "août", []],
  ["fr", "aout", [8]],
  ["no", "desember", [12]],
  ["xx", "january", []],
])("in %s, “%s” means the months %j", (language, name, months) => {
  expect([...(namesOf(language).months.get(name) ?? [])]).toEqual(months);
});
