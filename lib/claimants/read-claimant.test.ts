import { expect, test } from "vitest";
import { readClaimant } from "./read-claimant";

test.each<[string, string, string | null, string | null, string | null]>([
  ["Vladimir Putin", "Vladimir Putin", null, null, null],
  [
    "Vladimir Putin, as reported by the Associated Press (text altered)",
    ...(["Vladimir Putin", null, "Associated Press", "text altered"] as const),
  ],
  ["US officials, as reported by the Associated Press", "US officials", null, "Associated Press", null],
  ["John Kirby (quotation altered)", "John Kirby", null, null, "quotation altered"],
  ["  John Kirby (quotation altered) ", "John Kirby", null, null, "quotation altered"],
  ["Ada Lovelace via Reuters", "Ada Lovelace", null, "Reuters", null],
  [
    "Joseph Wu, then foreign minister of Taiwan",
    ...(["Joseph Wu", "then foreign minister of Taiwan", null, null] as const),
  ],
  [
    "Joseph Wu, minister, according to Reuters (by phone)",
    ...(["Joseph Wu", "minister", "Reuters", "by phone"] as const),
  ],
  ["Siemens, Inc.", "Siemens, Inc.", null, null, null],
  ["(unknown)", "(unknown)", null, null, null],
  ["", "", null, null, null],
  ["[redacted], as reported by Reuters", "[redacted]", null, "Reuters", null],
])("%s", (claimant, name, role, carriedBy, note) => {
  expect(readClaimant(claimant)).toEqual({ name, role, carriedBy, note });
});
