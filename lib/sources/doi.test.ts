import { expect, test } from "vitest";
import { doiIn } from "./doi";

test.each([
  ["10.1000/182", "10.1000/182"],
  ["https://doi.org/10.1000/ABC.1", "10.1000/abc.1"],
  ["doi: 10.1000/182.", "10.1000/182"],
  ["https://dx.doi.org/10.1016%2Fj.x?via=1", "10.1016/j.x"],
  ["DOI 10.1000/182", "10.1000/182"],
  ["info:doi/10.1000/182", "10.1000/182"],
  [
    "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O",
    "10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o",
  ],
  [
    "https://doi.org/10.1002/%28SICI%291097-4571%281998%2949%3A8%3C693%3E",
    "10.1002/(sici)1097-4571(1998)49:8<693>",
  ],
  ["https://journal.example.org/doi/10.1000/182/full", "10.1000/182"],
  ["https://journal.example.org/content/10.1101/2020.01.01.123v2.full.pdf", "10.1101/2020.01.01.123"],
  ["https://journal.example.org/content/pdf/10.1000/182.pdf", "10.1000/182"],
  ["https://journal.example.org/article?id=10.1000/journal.182&x=1", "10.1000/journal.182"],
  ["https://journal.example.org/doi/10.1000/182?journal=x", "10.1000/182"],
  ["https://example.org/page", null],
  ["", null],
])("%s → %s", (input, doi) => {
  expect(doiIn(input)).toBe(doi);
});
