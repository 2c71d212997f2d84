import "./languages";
import { expect, test } from "vitest";
import { acceptedLanguage } from "./accepted-language";

test.each([
  [undefined, null],
  ["", null],
  ["es", "es"],
  ["es-MX,es;q=0.9,en;q=0.8", "es"],
  ["zh-Hant-TW", "zh"],
  ["DE-de", "de"],
  ["ca, pt;q=0.9, fr;q=0.4, ar;q=0.6", "ar"],
  ["en;q=0.5,fr;q=0.5", "en"],
  ["en;q=0, de;q=0.1", "de"],
  ["en;q=0", null],
  ["ja, *;q=0.5", null],
  ["de;q=high, fr;q=0.1", "fr"],
  ["de ; q=0.2 , es ; q=0.3", "es"],
  [`${"x,".repeat(200)}es`, null],
])("%s asks for %s", (header, expected) => {
  expect(acceptedLanguage(header)).toBe(expected);
});
