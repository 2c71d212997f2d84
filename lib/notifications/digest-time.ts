/** A daily time in a time zone. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  /** IANA name: "Europe/Berlin". */
  timeZone: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The most recent instant, up to now, at which it was that time. @throws RangeError for an impossible time */
export function lastTime(now: Date, { hour, minute, timeZone }: TimeOfDay): Date {
  const today = wallClock(now, timeZone);
  for (const daysBack of [0, 1, 2]) {
    const wall = Date.UTC(today.year, today.month - 1, today.day - daysBack, hour, minute);
    const time = atWallClock(wall, timeZone);
    if (time <= now) return time;
  }
  throw new RangeError(`no such time: ${hour}:${minute} ${timeZone}`);
}

/** The instant of a wall-clock time in a zone. A time skipped by summer time maps to an hour later. */
function atWallClock(wall: number, timeZone: string): Date {
  // The zone's offset at that instant can differ from its offset at the same digits in UTC.
  const first = wall - offsetAt(new Date(wall), timeZone);
  return new Date(wall - offsetAt(new Date(first), timeZone));
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetAt(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((shown - instant.getTime()) / 60_000) * 60_000;
}

function wallClock(instant: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

/** 24 hours before a time. */
export function dayBefore(time: Date): Date {
  return new Date(time.getTime() - DAY_MS);
}
