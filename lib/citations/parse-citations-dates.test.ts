import { expect, test } from "vitest";
import { parseCitations } from "./parse-citations";

/** The date of the first entry. */
function dateIn(text: string): string | null | undefined {
  const parsed = parseCitations(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.citations[0]?.fields.publishedOn;
}

test.each([
  ["PY  - 2024\nDA  - 2024/05/17/", "2024-05-17"],
  ["PY  - 2024\nDA  - 2024/05//", "2024-05"],
  ["PY  - 2024\nDA  - 20240517", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 May 2024", "2024-05-17"],
  ["PY  - 2024\nDA  - May 17", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 May", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 mai\nLA  - fr", "2024-05-17"],
  ["PY  - 2024\nDA  - May", "2024-05"],
  ["PY  - 2024\nDA  - 05/17", "2024-05-17"],
  ["PY  - 2024\nDA  - 05/06", "2024"],
  ["PY  - 2024\nDA  - 5", "2024"],
  ["PY  - 2024\nDA  - Spring", "2024"],
  ["PY  - 2024///Spring", "2024"],
  ["PY  - 2024/05/17/\nDA  - 2024", "2024-05-17"],
  ["PY  - 2023\nDA  - 2024/05/17", "2024-05-17"],
  ["DA  - 2024/05/17/", "2024-05-17"],
  ["Y1  - 2024/05/17/", "2024-05-17"],
  ["PY  - c. 1850", "1850"],
  ["DA  - soon", null],
])("RIS: %j is dated %s", (tags, expected) => {
  expect(dateIn(`TY  - JOUR\nTI  - Costs\n${tags}\nER  - \n`)).toBe(expected);
});

test.each([
  ["year = {2024}, month = may, day = {17}", "2024-05-17"],
  ["year = 2024, month = 5, day = 7", "2024-05-07"],
  ["year = 2024, month = {mai}", "2024-05"],
  ["year = 2024, month = {17 May}", "2024-05-17"],
  ["year = 2024, month = may # {~17}", "2024-05-17"],
  ['year = 2024, month = "7~" # may', "2024-05-07"],
  ["year = 2024, month = may # {~10}", "2024"],
  ["year = {c. 1850}", "1850"],
  ["year = {2023--2024}", "2023"],
  ["year = {in press}", null],
  ["date = {2024-05-17T10:00:00}", "2024-05-17"],
  ["date = {2024-05/2024-06}", "2024-05"],
  ["date = {2024-21}", "2024"],
  ["date = {1850~}", "1850"],
  ["date = {1850?}", "1850"],
  ["date = {2024/}", "2024"],
  ["date = {/2024}", "2024"],
])("BibTeX: %s is dated %s", (fields, expected) => {
  expect(dateIn(`@article{a, title = {A}, ${fields}}`)).toBe(expected);
});

test.each<[unknown, string | null]>([
  [{ "date-parts": [[2024, 5, 17]] }, "2024-05-17"],
  [{ "date-parts": [["2024", "05", "17"]] }, "2024-05-17"],
  [
    {
      "date-parts": [
        [2024, 5, 1],
        [2024, 6, 2],
      ],
    },
    "2024-05-01",
  ],
  [{ "date-parts": [[2024]], season: 1 }, "2024"],
  [{ "date-parts": [[2024, 21]] }, "2024"],
  [{ "date-parts": [[2024, 2, 31]] }, "2024-02"],
  [{ "date-parts": [[1850]], circa: true }, "1850"],
  [{ "date-parts": [[]], raw: "May 2024" }, "2024-05"],
  [{ season: "Spring", literal: "Spring 2024" }, "2024"],
  [{ literal: "circa 1850" }, "1850"],
  [{ raw: "2024-05-17/2024-06-01" }, "2024-05-17"],
  ["mar. 5 nov. 2024", "2024-11-05"],
  [2024, "2024"],
  [{ "date-parts": [[-50]] }, null],
])("CSL-JSON: %j is dated %s", (issued, expected) => {
  expect(dateIn(JSON.stringify([{ type: "book", title: "A", issued }]))).toBe(expected);
});
