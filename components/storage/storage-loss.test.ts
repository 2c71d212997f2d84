import { expect, it } from "vitest";
import { lossOf } from "./storage-loss";

it.each([
  [new DOMException("", "SecurityError"), "blocked"],
  [new DOMException("", "QuotaExceededError"), "full"],
  [new DOMException("", "NS_ERROR_DOM_QUOTA_REACHED"), "full"],
  [new DOMException("", "InvalidStateError"), "broken"],
  [new TypeError("localStorage is null"), "broken"],
  ["no error at all", "broken"],
])("%o is a storage that is %s", (cause, loss) => {
  expect(lossOf(cause)).toBe(loss);
});
