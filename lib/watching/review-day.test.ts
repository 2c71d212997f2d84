import { expect, test } from "vitest";
import { dayIn, daysAfter, isReviewDue } from "./review-day";

test.each([
  ["UTC", "2026-12-03T00:00:00Z", "2026-12-03"],
  ["UTC", "2026-12-02T23:59:59Z", "2026-12-02"],
  ["Asia/Tokyo", "2026-12-02T15:00:00Z", "2026-12-03"],
  ["America/Los_Angeles", "2026-12-03T07:59:00Z", "2026-12-02"],
])("the day in %s at %s", (timeZone, now, day) => {
  expect(dayIn(new Date(now), timeZone)).toBe(day);
});

test.each([
  ["2026-12-03", "2026-12-02", false],
  ["2026-12-03", "2026-12-03", true],
  ["2026-12-03", "2027-01-01", true],
])("a review on %s, on %s", (on, today, isDue) => {
  expect(isReviewDue(on, today)).toBe(isDue);
});

test.each([
  ["2026-12-03", 90, "2027-03-03"],
  ["2028-02-28", 1, "2028-02-29"],
])("%s and %s days", (day, days, after) => {
  expect(daysAfter(day, days)).toBe(after);
});
