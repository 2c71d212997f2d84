import { expect, test } from "vitest";
import { quotationMarks } from "./quotation-marks";

test.each([
  ["en", ["“", "”"], ["‘", "’"]],
  ["de-AT", ["„", "“"], ["‚", "‘"]],
  ["de-CH", ["«", "»"], ["‹", "›"]],
  ["fr", ["«\u00a0", "\u00a0»"], ["“", "”"]],
  ["fr-CA", ["«\u00a0", "\u00a0»"], ["“", "”"]],
  ["fr-CH", ["«", "»"], ["‹", "›"]],
  ["ES-mx", ["«", "»"], ["“", "”"]],
  ["zh-Hant-TW", ["「", "」"], ["『", "』"]],
  ["zh", ["“", "”"], ["‘", "’"]],
  ["tlh", ["“", "”"], ["‘", "’"]],
])("%s", (language, outer, inner) => {
  expect(quotationMarks(language)).toEqual({ outer, inner });
});
