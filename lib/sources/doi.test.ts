import { expect, test } from "vitest";
import { doiIn } from "./doi";

test.each([
  ["10.1000/182", "10.1000/182"],
  ["https://doi.org/10.1000/ABC.1", "10.1000/abc.1"],
  ["doi: 10.1000/182.", "10.1000/182"],
  ["https://dx.doi.org/10.1016%2Fj.x?via=1", null],
  ["https://journal.example.org/doi/10.1000/182?journal=x", "10.1000/182"],
  ["https://example.org/page", null],
  ["", null],
])("%s → %s", (given, doi) => {
  expect(doiIn(given)).toBe(doi);
});
