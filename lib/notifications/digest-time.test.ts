import { expect, test } from "vitest";
import { lastTime } from "./digest-time";

test.each([
  ["later on the same day", "2026-03-10T12:00:00Z", "UTC", "2026-03-10T07:00:00.000Z"],
  ["at the minute", "2026-03-10T07:00:00Z", "UTC", "2026-03-10T07:00:00.000Z"],
  ["a moment before", "2026-03-10T06:59:59Z", "UTC", "2026-03-09T07:00:00.000Z"],
  [
    "east of Greenwich, where it is tomorrow",
    "2026-03-09T23:30:00Z",
    "Asia/Tokyo",
    "2026-03-09T22:00:00.000Z",
  ],
  [
    "west of Greenwich, where it is yesterday",
    "2026-03-10T02:00:00Z",
    "America/Los_Angeles",
    "2026-03-09T14:00:00.000Z",
  ],
  ["in winter", "2026-03-28T12:00:00Z", "Europe/Berlin", "2026-03-28T06:00:00.000Z"],
  ["on the day that summer time begins", "2026-03-29T12:00:00Z", "Europe/Berlin", "2026-03-29T05:00:00.000Z"],
  ["before that time on that day", "2026-03-29T04:00:00Z", "Europe/Berlin", "2026-03-28T06:00:00.000Z"],
  ["on the day that it ends", "2026-10-25T12:00:00Z", "Europe/Berlin", "2026-10-25T06:00:00.000Z"],
  ["across New Year", "2027-01-01T03:00:00Z", "UTC", "2026-12-31T07:00:00.000Z"],
])("seven in the morning, %s", (_, now, timeZone, time) => {
  expect(lastTime(new Date(now), { hour: 7, minute: 0, timeZone }).toISOString()).toBe(time);
});

test("a time skipped by summer time is an hour later", () => {
  const time = lastTime(new Date("2026-03-29T12:00:00Z"), { hour: 2, minute: 30, timeZone: "Europe/Berlin" });
  expect(time.toISOString()).toBe("2026-03-29T01:30:00.000Z");
});
