import { expect, test } from "vitest";
import {
  countFilters,
  EMPTY_QUERY,
  formatBoardQuery,
  hasFilters,
  parseBoardQuery,
  readBoardQuery,
} from "./board-query";

const ID = "01a213e7-981d-718a-8a97-4e54bb426f7c";

test.each([
  ["", ""],
  [
    "q=+trade+&stage=in_review&lead=me&due=overdue&stuck=1&sort=due",
    "q=trade&stage=in_review&lead=me&due=overdue&stuck=1&sort=due",
  ],
  [`lead=${ID}`, `lead=${ID}`],
  ["purpose=manuscript&due=day", "purpose=manuscript&due=day"],
  ["reopened=1&sort=due", "reopened=1&sort=due"],
  ["lead=nobody&sort=title", "lead=nobody&sort=title"],
  ["q=a%00b", "q=ab"],
  ["stage=lost&purpose=fun&lead=x%27&due=soon&stuck=yes&reopened=on&sort=random&other=1", ""],
])("reads %j and writes it as %j", (search, canonical) => {
  expect(formatBoardQuery(readBoardQuery(search))).toBe(canonical);
});

test("ignores a parameter that appears twice", () => {
  expect(parseBoardQuery({ stage: ["draft", "ready"], q: ["a", "b"] })).toEqual(EMPTY_QUERY);
});

test("leaves the default order of a page out of the address", () => {
  expect(parseBoardQuery({ sort: "updated" }, "updated")).toEqual(EMPTY_QUERY);
  expect(parseBoardQuery({ sort: "updated" }, "priority").sort).toBe("updated");
});

test("does not count an order as a filter", () => {
  expect(hasFilters({ ...EMPTY_QUERY, sort: "due" })).toBe(false);
  expect(countFilters({ ...EMPTY_QUERY, q: "a & b=c", stuck: true, sort: "due" })).toBe(2);
  expect(hasFilters({ ...EMPTY_QUERY, stuck: true })).toBe(true);
});
