import { beforeEach, expect, test } from "vitest";
import { at, emptyTab, openPage, result } from "./open-page.testing";

beforeEach(emptyTab);

test("a refusal because the claim has changed shows the claim as it is now", async () => {
  const claim = at(0, 5, { id: "a", revision: 1, statement: "Taxes rose." });
  const current = { ...claim, revision: 4, statement: "Taxes fell." };
  const page = openPage([claim]);
  page.answer({ kind: "stale", message: "Ada changed this claim.", current });
  expect(await page.desk.review(claim, "submit")).toBe(false);
  expect(page.desk.list.get()).toEqual([current]);
  expect(page.shown()).toBe("Ada changed this claim.");
});

test("an answer that is older than what the page shows changes nothing", async () => {
  const newest = at(0, 5, { id: "a", revision: 5 });
  const page = openPage([newest]);
  page.answer(result({ ...newest, revision: 3, statement: "Older." }));
  await page.desk.review(newest, "submit");
  expect(page.desk.list.get()).toEqual([newest]);
});

test.each<[string, boolean, ["approved" | "published", boolean], ["approved" | "published", number]]>([
  ["published", true, ["approved", false], ["published", 2]],
  ["published, but excluded", true, ["published", true], ["approved", 2]],
  ["published before", true, ["published", false], ["published", 1]],
  ["unpublished", false, ["published", false], ["approved", 2]],
])("a claim of an article that is %s", (_, isShown, [state, excluded], expected) => {
  const page = openPage([at(0, 5, { state, excluded, revision: 1 })]);
  page.desk.published("2026-02-03T04:05:06.000Z", isShown);
  const [claim] = page.desk.list.get();
  expect([claim?.state, claim?.revision]).toEqual(expected);
});

test("claims are listed in the order of the text, the outer one of two first", () => {
  const page = openPage([]);
  for (const claim of [
    at(9, 12, { number: 1 }),
    at(0, 5, { number: 2 }),
    at(0, 8, { number: 3 }),
    at(0, 5, { number: 4 }),
  ])
    page.desk.saved(claim, false);
  expect(page.listed()).toEqual([3, 2, 4, 1]);
  expect(page.undoable()).toEqual([]);
});
