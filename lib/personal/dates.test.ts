import { describe, expect, test } from "vitest";
import { dateSettingsInput, dateStyleOf } from "./date-settings";
import { makeDates } from "./dates";

const zone = (timeZone: string, language = "en") => makeDates({ language, timeZone });

test.each([
  ["en", "UTC", "17 May 2024 at 22:30 UTC"],
  ["en", "Europe/Berlin", "18 May 2024 at 00:30 CEST"],
  ["en-US", "America/New_York", "May 17, 2024 at 06:30 PM EDT"],
  ["de", "Europe/Berlin", "18. Mai 2024 um 00:30 MESZ"],
  ["fr", "Asia/Kolkata", "18 mai 2024 à 04:00 UTC+5:30"],
])("an instant in %s, %s", (language, timeZone, expected) => {
  const shown = zone(timeZone, language).instant("2024-05-17T22:30:00.000Z");
  expect(shown.replace(/\u202f/g, " ")).toBe(expected);
});

test.each([
  ["Pacific/Kiritimati", "18 May 2024"],
  ["UTC", "17 May 2024"],
  ["Pacific/Pago_Pago", "16 May 2024"],
])("the day of an instant in %s is %s", (timeZone, expected) => {
  expect(zone(timeZone).day("2024-05-17T10:30:00.000Z")).toBe(expected);
});

test.each([
  ["2024-05-17", "17 May 2024"],
  ["2024-05", "May 2024"],
  ["2024", "2024"],
])("the date %s is the same in every time zone: %s", (iso, expected) => {
  for (const timeZone of ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
    expect(zone(timeZone).date(iso)).toBe(expected);
});

describe("a time that is typed", () => {
  test.each<[string, string, string, string, string?]>([
    ["UTC", "UTC", "2026-12-01T10:00", "2026-12-01T10:00:00.000Z"],
    ["winter", "Europe/Berlin", "2026-12-01T10:00", "2026-12-01T09:00:00.000Z"],
    ["summer", "Europe/Berlin", "2026-07-01T10:00", "2026-07-01T08:00:00.000Z"],
    ["half an hour", "Asia/Kolkata", "2026-12-01T10:00", "2026-12-01T04:30:00.000Z"],
    ["quarter of an hour", "Asia/Kathmandu", "2026-12-01T10:00", "2026-12-01T04:15:00.000Z"],
    ["another day", "Pacific/Auckland", "2026-12-01T10:00", "2026-11-30T21:00:00.000Z"],
    ["before the clocks go forward", "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["skipped", "Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z", "2026-03-29T03:30"],
    ["after the clocks went forward", "Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["before the clocks go back", "Europe/Berlin", "2026-10-25T01:30", "2026-10-24T23:30:00.000Z"],
    ["twice, the first", "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["after the clocks went back", "Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
    [
      "skipped in New York",
      "America/New_York",
      "2026-03-08T02:30",
      "2026-03-08T07:30:00.000Z",
      "2026-03-08T03:30",
    ],
    ["twice in New York", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
    [
      "half an hour skipped",
      "Australia/Lord_Howe",
      "2026-10-04T02:15",
      "2026-10-03T15:45:00.000Z",
      "2026-10-04T02:45",
    ],
    ["midnight skipped", "Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:30:00.000Z", "2026-04-24T01:30"],
  ])("%s", (_, timeZone, typed, instant, shownAgain = typed) => {
    expect(zone(timeZone).fromField(typed)).toBe(instant);
    expect(zone(timeZone).toField(instant)).toBe(shownAgain);
  });

  test.each(["", "tomorrow", "2026-13-01T10:00"])("%j is no time, and stays as it is", (typed) => {
    expect(zone("UTC").fromField(typed)).toBe(typed);
  });
});

test.each<[string, Parameters<typeof dateStyleOf>, { language: string; timeZone: string }]>([
  [
    "what was chosen",
    [{ language: "de", timeZone: "Asia/Tokyo" }, { languages: "fr", timeZone: "UTC" }, "UTC"],
    { language: "de", timeZone: "Asia/Tokyo" },
  ],
  [
    "what the browser says",
    [{ language: null, timeZone: null }, { languages: "fr-CH, fr;q=0.9", timeZone: "Asia/Tokyo" }, "UTC"],
    { language: "fr-CH", timeZone: "Asia/Tokyo" },
  ],
  [
    "the first language that exists",
    [{ language: null, timeZone: null }, { languages: "*, tlh, pt;q=0.5", timeZone: null }, "Europe/Paris"],
    { language: "pt", timeZone: "Europe/Paris" },
  ],
  [
    "neither a forged zone nor a forged language",
    [{ language: null, timeZone: null }, { languages: "<b>", timeZone: "../etc" }, "UTC"],
    { language: "en", timeZone: "UTC" },
  ],
  [
    "nothing",
    [{ language: null, timeZone: null }, { languages: null, timeZone: null }, "UTC"],
    { language: "en", timeZone: "UTC" },
  ],
])("dates follow %s", (_, args, expected) => {
  expect(dateStyleOf(...args)).toEqual(expected);
});

test.each<[object, boolean]>([
  [{}, true],
  [{ language: "", timeZone: "" }, true],
  [{ language: "pt-BR", timeZone: "America/Sao_Paulo" }, true],
  [{ language: "english" }, false],
  [{ timeZone: "Berlin" }, false],
])("settings %j are valid: %s", (input, expected) => {
  expect(dateSettingsInput.safeParse(input).success).toBe(expected);
});
