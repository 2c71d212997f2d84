import { formatDate } from "@/lib/format-date";
import { intlLocale } from "@/lib/intl-locale";

/** The language and the time zone that dates are written in. */
export interface DateStyle {
  /** BCP 47. */
  language: string;
  /** IANA: "Europe/Berlin". */
  timeZone: string;
}

/** Dates and times as one person reads and types them. Instants are ISO 8601. */
export interface Dates extends DateStyle {
  /** A date without a time, as exact as it is: "17 May 2024", "May 2024", "2024". It is the same in every time zone. */
  date: (iso: string) => string;
  /** The day of an instant: "17 May 2024". */
  day: (instant: string) => string;
  /** "17 May 2024 at 14:02 CEST". */
  instant: (instant: string) => string;
  /** "Friday 17 May 2024 at 14:02". */
  full: (instant: string) => string;
  /** An instant as the value of a datetime-local field: "2024-05-17T14:02". */
  toField: (instant: string) => string;
  /** The instant of a datetime-local field; the text itself if it is not a time. */
  fromField: (value: string) => string;
}

const known = new Map<string, Dates>();
/** The most formatters in the cache. A server has readers of few languages and zones, but anyone can ask for others. */
const MAX_KNOWN = 200;

/** Dates in a language and a time zone. */
export function makeDates({ language, timeZone }: DateStyle): Dates {
  const key = `${language} ${timeZone}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const made = datesOf({ language, timeZone });
  known.set(key, made);
  return made;
}

function datesOf({ language, timeZone }: DateStyle): Dates {
  const locale = intlLocale(language);
  const calendarDay = { day: "numeric", month: "long", year: "numeric", timeZone } as const;
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const day = new Intl.DateTimeFormat(locale, calendarDay);
  const exact = new Intl.DateTimeFormat(locale, { ...calendarDay, ...time, timeZoneName: "short" });
  const full = new Intl.DateTimeFormat(locale, { ...calendarDay, ...time, weekday: "long" });
  return {
    language,
    timeZone,
    date: (iso) => formatDate(iso, language),
    day: (instant) => day.format(new Date(instant)),
    instant: (instant) => exact.format(new Date(instant)),
    full: (instant) => full.format(new Date(instant)),
    toField: (instant) => new Date(wallTime(Date.parse(instant), timeZone)).toISOString().slice(0, 16),
    fromField: (value) => instantOf(value, timeZone),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a time zone show at an instant, as if it were UTC, in milliseconds. */
function wallTime(instant: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(timeZone, clock);
  }
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

const DAY_MS = 86_400_000;

/**
 * The instant at which the clocks of a time zone show a time. Where they show it twice (clocks go back), the first; where they skip it, as
 * long after the change as it was typed after the last minute before.
 */
function instantOf(value: string, timeZone: string): string {
  const wall = Date.parse(`${value}Z`);
  if (Number.isNaN(wall)) return value;
  const offsetAt = (instant: number) => wallTime(instant, timeZone) - instant;
  const before = wall - offsetAt(wall - DAY_MS);
  const after = wall - offsetAt(wall + DAY_MS);
  const shows = [before, after].find((instant) => wallTime(instant, timeZone) === wall);
  return new Date(shows ?? before).toISOString();
}
