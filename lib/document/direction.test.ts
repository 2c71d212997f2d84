import { expect, test } from "vitest";
import { directionOf } from "./direction";

test.each<[string, string, "ltr" | "rtl"]>([
  ["Arabic", "ar", "rtl"],
  ["Hebrew of a country", "he-IL", "rtl"],
  ["Persian in capitals", "FA-ir", "rtl"],
  ["English", "en", "ltr"],
  ["Armenian, whose tag only begins like Arabic", "arm", "ltr"],
  ["an unknown language", "xx", "ltr"],
  ["no language", "", "ltr"],
])("%s is written in its direction: %j is %s", (_, language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
