import { expect, test } from "vitest";
import { type Check, formatCheckCursor, parseCheckCursor } from "./check";
import { checkHead, checkRows } from "./check-rows";

const point = { at: "2026-05-17T10:00:00.123Z", id: "t-01890000-0000-7000-8000-000000000000" };

test("a cursor is read back as it was written", () => {
  expect(parseCheckCursor(formatCheckCursor(point) ?? undefined)).toEqual(point);
  expect(formatCheckCursor(null)).toBeNull();
});

test.each([
  "",
  "x",
  "1_",
  "99999999999999999_t-0",
  "1_t-' OR 1=1",
  `x${formatCheckCursor(point)}`,
  `${formatCheckCursor(point)}x`,
])("%j is no cursor", (cursor) => {
  expect(parseCheckCursor(cursor)).toBeNull();
});

test("the rows of the record, with formulas disarmed", () => {
  const check: Check = {
    ...point,
    by: { id: "u", name: "=Ann" },
    action: "ticked",
    kind: "figure",
    passage: "-5 %, “a”",
    claimId: null,
    claimNumber: null,
    rating: null,
    reason: null,
    version: 2,
    current: true,
    undone: null,
  };
  expect(checkHead().split("\n")[0]).toBe(
    "\uFEFFat,by,action,kind,passage,claim,rating,reason,version,current,undoneAt,undoneBy",
  );
  expect(checkRows([check])).toBe(`${point.at},'=Ann,ticked,figure,"'-5 %, “a”",,,,2,yes,,\n`);
});
