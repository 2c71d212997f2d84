import { expect, test } from "vitest";
import { makeStamp, readStamp } from "./form-stamp";

const DAY = 24 * 60 * 60 * 1000;
const made = 1_800_000_000_000;
const stamp = makeStamp({ key: "k1", now: made, secret: "secret" });
const read = (sent: string, later: number) => readStamp(sent, { now: made + later, secret: "secret" });

test.each([
  ["after a moment", stamp, 2_999, { kind: "early" }],
  ["after three seconds", stamp, 3_000, { kind: "valid", key: "k1" }],
  ["after a day", stamp, DAY, { kind: "valid", key: "k1" }],
  ["after more than a day", stamp, DAY + 1, { kind: "expired" }],
  ["with another key", stamp.replace("k1", "k2"), 5_000, { kind: "expired" }],
  ["with a later time", stamp.replace(/^\w+/, (made + 4_000).toString(36)), 5_000, { kind: "expired" }],
  ["with something added", `${stamp}.more`, 5_000, { kind: "expired" }],
  ["without a stamp", "", 5_000, { kind: "expired" }],
  ["with no number", "!!.k1.x", 5_000, { kind: "expired" }],
])("a form that is sent %s", (_, sent, later, expected) => {
  expect(read(sent, later)).toEqual(expected);
});

test("a stamp of another installation is not valid", () => {
  const other = makeStamp({ key: "k1", now: made, secret: "other" });
  expect(read(other, 5_000)).toEqual({ kind: "expired" });
});
