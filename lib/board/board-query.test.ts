import { expect, test } from "vitest";
import { EMPTY_QUERY, formatBoardQuery, hasFilters, parseBoardQuery, readBoardQuery } from "./board-query";

const ID = "01a213e7-981d-718a-8a97-4e54bb426f7c";

test.each([
  ["", ""],
  [
    "q=+trade+&stage=in_review&lead=me&due=overdue&stuck=1&sort=due",
    "q=trade&stage=in_review&lead=me&due=overdue&stuck=1&sort=due",
  ],
  [`lead=${ID}`, `lead=${ID}`],
  ["lead=nobody&sort=title", "lead=nobody&sort=title"],
  ["q=a%00b", "q=ab"],
  ["stage=lost&lead=x%27&due=soon&stuck=yes&sort=random&other=1", ""],
])("%j is asked for as %j", (search, canonical) => {
  expect(formatBoardQuery(readBoardQuery(search))).toBe(canonical);
});

test("a parameter that is given twice is not understood", () => {
  expect(parseBoardQuery({ stage: ["draft", "ready"], q: ["a", "b"] })).toEqual(EMPTY_QUERY);
});

test("the usual order of a page is asked for by none", () => {
  expect(parseBoardQuery({ sort: "updated" }, "updated")).toEqual(EMPTY_QUERY);
  expect(parseBoardQuery({ sort: "updated" }, "priority").sort).toBe("updated");
});

test("an order leaves nothing out", () => {
  expect(hasFilters({ ...EMPTY_QUERY, sort: "due" })).toBe(false);
  expect(hasFilters({ ...EMPTY_QUERY, stuck: true })).toBe(true);
});
