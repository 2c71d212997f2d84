import { expect, test } from "vitest";
import { saysOnlyDetails } from "./without-head-lines";

test.each<[string, { byline?: string; publishedAt?: string; publisher?: string }, boolean]>([
  ["By Ada Byron, 5 March 2024", { byline: "Ada Byron", publishedAt: "2024-03-05" }, true],
  ["5 มีนาคม 2567", { publishedAt: "2024-03-05" }, true],
  ["۱۵ اسفند ۱۴۰۲", { publishedAt: "2024-03-05" }, true],
  ["令和6年3月5日", { publishedAt: "2024-03-05" }, true],
  ["2024年3月5日", { publishedAt: "2024-03-05" }, true],
  ["5. března 2024", { publishedAt: "2024-03-05" }, true],
  ["2024年3月6日", { publishedAt: "2024-03-05" }, false],
  ["3月5日に240億円", { publishedAt: "2024-03-05" }, false],
  ["By Ada Byron, who was there", { byline: "Ada Byron" }, false],
  ["Berlin, 5 March 2024", { publishedAt: "2024-03-05" }, false],
  ["240 million on 5 March 2024", { publishedAt: "2024-03-05" }, false],
])("whether %s says only what the details say", (line, metadata, says) => {
  expect(saysOnlyDetails(line, metadata)).toBe(says);
});
