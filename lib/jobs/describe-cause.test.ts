import { expect, test } from "vitest";
import { describeCause } from "./describe-cause";

test.each<[string, unknown, string]>([
  ["an error", new Error("no route"), "no route"],
  [
    "an error with causes",
    new Error("the mail server did not accept a mail", {
      cause: new Error("connection lost", { cause: "ECONNRESET" }),
    }),
    "the mail server did not accept a mail: connection lost: ECONNRESET",
  ],
  ["a text", "gone", "gone"],
])("%s", (_, error, expected) => {
  expect(describeCause(error)).toBe(expected);
});
