import { expect, test } from "vitest";
import { directionOf, directionOfText } from "./direction";

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

test.each<[string, string, "ltr" | "rtl" | null]>([
  ["English", "The harbour", "ltr"],
  ["Hebrew", "הנמל נפתח ב־2024", "rtl"],
  ["Arabic after a number", "240 مليون دولار", "rtl"],
  ["Persian with joiners", "می‌شود", "rtl"],
  ["Thaana", "ދިވެހި", "rtl"],
  ["a Hebrew sentence that begins with an English name", "Reuters דיווחה שהנמל ייפתח בסתיו", "rtl"],
  [
    "an English sentence that begins with a Hebrew word",
    "שלום means peace, and so much more than that",
    "ltr",
  ],
  ["as much of one as of the other: what comes first", "שלום hello", "rtl"],
  ["numbers alone", "2024 – 12 %", null],
  ["nothing", "", null],
])("%s: the direction of its text", (_, text, direction) => {
  expect(directionOfText(text)).toBe(direction);
});
